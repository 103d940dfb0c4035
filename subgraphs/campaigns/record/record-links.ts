import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Organization } from '../stubs';
import type { CampaignRecord } from './campaign-record';

/** What records of every kind point at. */
export function recordLinks(type: ClassType<CampaignRecord>) {
  @Resolver(() => type)
  class RecordLinksResolver {
    @FieldResolver(() => Organization, { nullable: true, description: 'Whose it is.' })
    organization(@Root() { organizationId }: CampaignRecord): EntityReference | null {
      return pointTo(organizationId);
    }

    @FieldResolver(() => Campaign, {
      nullable: true,
      description: 'The campaign that it belongs to, where you see it.',
    })
    campaign(
      @Root() { campaignId }: CampaignRecord,
      @Ctx() context: SubgraphContext,
    ): Promise<Campaign | null> | null {
      return campaignId === null ? null : loadById(context, Campaign, campaignId);
    }

    @FieldResolver(() => Bill, { nullable: true, description: 'The bill that it is about.' })
    bill(@Root() { billId }: CampaignRecord, @Ctx() context: SubgraphContext): Promise<Bill | null> | null {
      return billId === null ? null : loadById(context, Bill, billId);
    }
  }
  return RecordLinksResolver;
}
