import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { loadOrganization } from '../organization/organization.repository';

@ObjectType({ description: 'Who is asking, as the hub sees it.' })
export class Viewer {
  @Field(() => Organization, { nullable: true, description: 'The organisation one acts for.' })
  organization!: Promise<Organization | null>;

  @Field(() => [String], {
    description: 'The roles one holds there: ORG_ADMIN, CASEWORKER, CAMPAIGNER, VIEWER, COALITION_STAFF.',
  })
  roles!: readonly string[];
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is asking; null without a token.' })
  viewer(@Ctx() context: SubgraphContext): Viewer | null {
    const { organizationId, roles } = context.viewer;
    return organizationId === null
      ? null
      : { organization: loadOrganization(context, organizationId), roles };
  }
}
