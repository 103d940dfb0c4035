import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { ActionCallSponsorEndResolver } from '../action-call-sponsor/action-call-sponsor-end';
import { ActionCallSponsorInviteResolver } from '../action-call-sponsor/action-call-sponsor-invite';
import { ActionCallSponsorJoinResolver } from '../action-call-sponsor/action-call-sponsor-join';
import { ActionCallSponsor, ActionCallSponsorship } from '../action-call-sponsor/sponsorship.entity';
import { ActionCallSponsorshipPayloadResolver } from '../action-call-sponsor/sponsorship.payload';
import {
  ActionCallSponsorshipResolver,
  ActionCallSponsorsResolver,
} from '../action-call-sponsor/sponsorship.resolver';
import { ActionCall } from './action-call.entity';
import { ActionCallPayloadResolver } from './action-call.payload';
import { ActionCallResolver, CampaignActionCallsResolver } from './action-call.resolver';
import { ActionCallCloseResolver } from './action-call-close';
import { ActionCallCreateResolver } from './action-call-create';
import { ActionCallOpenResolver } from './action-call-open';
import { ActionCallUpdateResolver } from './action-call-update';

/** Calls to action and who brings them. */
export const actionCallModule: SubgraphModule = {
  resolvers: [
    ActionCallResolver,
    CampaignActionCallsResolver,
    ActionCallPayloadResolver,
    ActionCallCreateResolver,
    ActionCallUpdateResolver,
    ActionCallOpenResolver,
    ActionCallCloseResolver,
    ActionCallSponsorshipResolver,
    ActionCallSponsorsResolver,
    ActionCallSponsorshipPayloadResolver,
    ActionCallSponsorInviteResolver,
    ActionCallSponsorJoinResolver,
    ActionCallSponsorEndResolver,
  ],
  entities: [ActionCall, ActionCallSponsorship, ActionCallSponsor],
};
