import { defineExplanation } from '../../../shared/explanation/define-explanation';
import { ActionCall } from '../action-call/action-call.entity';
import { ActionCallSponsorship } from '../action-call-sponsor/sponsorship.entity';
import { Activity } from '../activity/activity.entity';
import { Bill } from '../bill/bill.entity';
import { BillPosition } from '../bill-position/bill-position.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Figure } from '../figure/figures';
import { Follow } from '../follow/follow.entity';
import { Indicator } from '../indicator/indicator.entity';
import { IndicatorPeriod } from '../indicator/indicator-period.entity';
import { CampaignInternal } from '../internal/campaign-internal.entity';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';
import { Legislator } from '../legislator/legislator.entity';
import { MediaItem } from '../media/media-item.entity';
import { OutreachContact } from '../outreach/outreach-contact.entity';
import { OversightReport } from '../oversight/oversight-report.entity';
import { CampaignPartnership } from '../partnership/partnership.entity';
import { Publication } from '../publication/publication.entity';
import { Result } from '../result/result.entity';
import { SharingVersion } from '../sharing/sharing';
import { Signature } from '../signature/signature.entity';
import { Organization } from '../stubs';
import { CampaignTask } from '../task/task.entity';
import { Testimony } from '../testimony/testimony.entity';
import { VoteEvent } from '../vote-event/vote-event.entity';

/** Why records of this subgraph are visible or not. */
export const { explanationResolvers } = defineExplanation({
  schema: 'campaigns',
  Organization,
  types: {
    Campaign: { kind: 'Campaign', entity: Campaign, details: { internal: CampaignInternal } },
    CampaignPartnership: { kind: 'CampaignPartnership', entity: CampaignPartnership },
    CampaignTask: { kind: 'CampaignTask', entity: CampaignTask },
    ActionCall: { kind: 'ActionCall', entity: ActionCall },
    ActionCallSponsorship: { kind: 'ActionCallSponsorship', entity: ActionCallSponsorship },
    MediaItem: { kind: 'MediaItem', entity: MediaItem },
    Publication: { kind: 'Publication', entity: Publication },
    OversightReport: { kind: 'OversightReport', entity: OversightReport },
    OutreachContact: { kind: 'OutreachContact', entity: OutreachContact },
    Follow: { kind: 'Follow', entity: Follow },
    Activity: { kind: 'Activity', entity: Activity },
    Result: { kind: 'Result', entity: Result },
    Indicator: { kind: 'Indicator', entity: Indicator },
    IndicatorPeriod: { kind: 'IndicatorPeriod', entity: IndicatorPeriod },
    Bill: { kind: 'Bill', entity: Bill },
    BillPosition: { kind: 'BillPosition', entity: BillPosition },
    Testimony: { kind: 'Testimony', entity: Testimony },
    VoteEvent: { kind: 'VoteEvent', entity: VoteEvent },
    Legislator: { kind: 'Legislator', entity: Legislator },
    Jurisdiction: { kind: 'Jurisdiction', entity: Jurisdiction },
    Signature: { kind: 'Signature', entity: Signature },
    ReportedFigure: { kind: 'ReportedFigure', entity: Figure },
    SharingVersion: { kind: 'SharingVersion', entity: SharingVersion },
  },
});
