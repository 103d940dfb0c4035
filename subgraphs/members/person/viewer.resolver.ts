import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import type { Viewer as RequestViewer } from '../../../shared/identity/viewer';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';

@ObjectType({ description: 'Who is asking, as the hub sees it.' })
export class Viewer {
  @Field(() => [String], {
    nullable: true,
    description:
      'The roles one holds in the organisation one acts for: ORG_ADMIN, CASEWORKER, CAMPAIGNER, VIEWER, COALITION_STAFF.',
  })
  roles!: readonly string[];
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is asking; refused without a token.' })
  viewer(@Ctx() context: SubgraphContext): RequestViewer {
    return context.viewer;
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation one acts for.' })
  organization(
    @Root() { organizationId }: RequestViewer,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> | null {
    return organizationId === null ? null : loadById(context, Organization, organizationId);
  }
}
