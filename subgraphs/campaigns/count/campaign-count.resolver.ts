import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { maximumPageSize } from '../../../shared/database/page';
import { HubError } from '../../../shared/errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignFilter } from '../campaign/campaign.inputs';
import { countCampaigns } from './campaign-count.repository';
import { CampaignCount, CampaignGrouping } from './campaign-count.type';

@Resolver()
export class CampaignCountResolver {
  @Query(() => [CampaignCount], {
    nullable: true,
    description:
      'How many campaigns and programmes there are per country, kind, lead, theme …, most first. For the countries of MC2CM’s city programmes: `by: COUNTRY` with its organisation and `kind: "ACTION_PROGRAMME"`.',
  })
  campaignCounts(
    @Ctx() context: SubgraphContext,
    @Arg('by', () => CampaignGrouping, { description: 'What to count by.' }) by: CampaignGrouping,
    @Arg('filter', () => CampaignFilter, { nullable: true, description: 'Which campaigns to count.' })
    filter?: CampaignFilter,
    @Arg('first', () => Int, {
      nullable: true,
      description: 'Only so many of the largest counts, 1 to 100; without it, all.',
    })
    first?: number,
  ): Promise<CampaignCount[]> {
    if (first != null && (first < 1 || first > maximumPageSize))
      throw new HubError('INVALID_ARGUMENT', `"first" must be from 1 to ${maximumPageSize}`);
    return countCampaigns(context, by, filter ?? {}, first ?? null);
  }
}
