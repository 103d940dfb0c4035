import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ImpactScope } from '../../../shared/impact/impact-report';
import { listInScope } from '../../../shared/impact/list-in-scope';
import type { Connection } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { TermRecord } from '../../../shared/taxonomy/term';
import type { Campaign } from '../campaign/campaign.entity';
import { CampaignConnection } from '../campaign/campaign-connection';
import { ImpactPart } from '../figure/figures';
import { SdgTarget } from '../sdg-target/sdg-target.type';
import { campaignsInScope, loadTargetsInScope } from './campaigns-impact.repository';

@Resolver(() => ImpactPart)
export class CampaignsImpactResolver {
  @FieldResolver(() => CampaignConnection, {
    nullable: true,
    description:
      'Campaigns whose period overlaps the report’s time, and campaigns without dates from a document that reports on it; by title.',
  })
  campaigns(
    @Root() scope: ImpactScope,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Campaign>> {
    return listInScope(context, campaignsInScope(context, scope), scope, page);
  }

  @FieldResolver(() => [SdgTarget], {
    nullable: true,
    description: 'SDG targets that those campaigns list, each once.',
  })
  sdgTargets(@Root() scope: ImpactScope, @Ctx() context: SubgraphContext): Promise<TermRecord[]> {
    return loadTargetsInScope(context, scope);
  }
}
