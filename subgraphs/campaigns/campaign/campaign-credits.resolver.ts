import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { OrganizationCredit } from '../stubs';
import { Campaign, CampaignStatus } from './campaign.entity';
import { loadCredited } from './campaign.repository';

@Resolver(() => Campaign)
export class CampaignCreditsResolver {
  @FieldResolver(() => [OrganizationCredit], {
    nullable: 'itemsAndList',
    description:
      'Whom a completed campaign credits, partners first, then funders: by name, also those that have left the coalition since. Empty before it is completed.',
  })
  async credits(
    @Root() { id, status }: Campaign,
    @Ctx() context: SubgraphContext,
  ): Promise<(EntityReference | null)[]> {
    if (status !== CampaignStatus.COMPLETED) return [];
    const [partners, funders] = await Promise.all([
      loadCredited(context, id, 'PARTNER'),
      loadCredited(context, id, 'FUNDER'),
    ]);
    return [...new Set([...partners, ...funders])].map(pointTo);
  }
}
