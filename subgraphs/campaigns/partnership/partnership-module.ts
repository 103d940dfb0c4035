import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { CampaignPartnerDeclineResolver } from './campaign-partner-decline';
import { CampaignPartnerInviteResolver } from './campaign-partner-invite';
import { CampaignPartnerJoinResolver } from './campaign-partner-join';
import { CampaignPartnerLeaveResolver } from './campaign-partner-leave';
import { CampaignPartnerRemoveResolver } from './campaign-partner-remove';
import { CampaignPartnership } from './partnership.entity';
import { CampaignPartnershipPayloadResolver } from './partnership.payload';
import { CampaignPartnershipResolver, CampaignPartnershipsResolver } from './partnership.resolver';
import { UnansweredInvitationsResolver } from './unanswered-invitations.resolver';

/** Who works on a campaign with its lead. */
export const partnershipModule: SubgraphModule = {
  resolvers: [
    CampaignPartnershipResolver,
    CampaignPartnershipsResolver,
    UnansweredInvitationsResolver,
    CampaignPartnershipPayloadResolver,
    CampaignPartnerInviteResolver,
    CampaignPartnerJoinResolver,
    CampaignPartnerDeclineResolver,
    CampaignPartnerLeaveResolver,
    CampaignPartnerRemoveResolver,
  ],
  entities: [CampaignPartnership],
};
