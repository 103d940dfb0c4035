import sql from 'sql-template-tag';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';

@ObjectType({ description: 'An organisation that one serves, and in which roles.' })
export class ServedOrganization {
  organizationId!: string;

  @Field(() => [String], { description: 'The roles one holds there.' })
  roles!: readonly string[];
}

@Resolver(() => ServedOrganization)
export class ServedOrganizationResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation.' })
  organization(
    @Root() { organizationId }: ServedOrganization,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return loadById(context, Organization, organizationId);
  }
}

/** Where the acting person has roles, the organisation used last first. */
export async function servedOrganizations({ session }: SubgraphContext): Promise<ServedOrganization[]> {
  const [row] = await session.rows<{ served: ServedOrganization[] }>(
    sql`select members.my_organizations() as served`,
  );
  return row!.served;
}
