import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Campaign } from '../campaign/campaign.entity';
import { CampaignInternal } from './campaign-internal.entity';

@Resolver(() => Campaign)
export class CampaignInternalResolver {
  @FieldResolver(() => CampaignInternal, {
    nullable: true,
    description: 'Strategy and budget notes; null where there are none that you may see.',
  })
  internal(@Root() { id }: Campaign, @Ctx() context: SubgraphContext): Promise<CampaignInternal | null> {
    return loadById(context, CampaignInternal, id);
  }
}
