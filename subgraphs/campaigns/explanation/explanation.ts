import { defineExplanation } from '../../../shared/explanation/define-explanation';
import { Activity } from '../activity/activity.entity';
import { Result } from '../activity/result.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Figure } from '../figure/figures';
import { CampaignInternal } from '../internal/campaign-internal.entity';
import { CampaignPartnership } from '../partnership/partnership.entity';
import { SharingVersion } from '../sharing/sharing';
import { Organization } from '../stubs';
import { CampaignTask } from '../task/task.entity';

/** Why records of this subgraph are visible or not. */
export const { explanationResolvers } = defineExplanation({
  schema: 'campaigns',
  Organization,
  types: {
    Campaign: { kind: 'Campaign', entity: Campaign, details: { internal: CampaignInternal } },
    CampaignPartnership: { kind: 'CampaignPartnership', entity: CampaignPartnership },
    CampaignTask: { kind: 'CampaignTask', entity: CampaignTask },
    Activity: { kind: 'Activity', entity: Activity },
    Result: { kind: 'Result', entity: Result },
    ReportedFigure: { kind: 'ReportedFigure', entity: Figure },
    SharingVersion: { kind: 'SharingVersion', entity: SharingVersion },
  },
});
