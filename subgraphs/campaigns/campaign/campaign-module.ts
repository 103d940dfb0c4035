import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { CampaignCountResolver } from '../count/campaign-count.resolver';
import { InstrumentResolver } from '../instrument/instrument.type';
import { CampaignInternal } from '../internal/campaign-internal.entity';
import { CampaignInternalResolver } from '../internal/campaign-internal.resolver';
import { CampaignInternalSetResolver } from '../internal/campaign-internal-set';
import { OrganizationCampaignsResolver } from '../organization/organization-campaigns.resolver';
import { SdgTargetResolver } from '../sdg-target/sdg-target.type';
import { Campaign } from './campaign.entity';
import { CampaignPayloadResolver } from './campaign.payload';
import { CampaignResolver } from './campaign.resolver';
import { CampaignActivateResolver } from './campaign-activate';
import { CampaignCancelResolver } from './campaign-cancel';
import { CampaignCompleteResolver } from './campaign-complete';
import { CampaignCreateResolver } from './campaign-create';
import { CampaignCredit } from './campaign-credit.entity';
import { CampaignCreditsResolver } from './campaign-credits.resolver';
import { CampaignPauseResolver } from './campaign-pause';
import { CampaignPlanResolver } from './campaign-plan';
import { CampaignTag } from './campaign-tag.entity';
import { CampaignTermsResolver } from './campaign-terms.resolver';
import { CampaignUpdateResolver } from './campaign-update';

/** Campaigns themselves, and what an organisation tells itself about them. */
export const campaignModule: SubgraphModule = {
  resolvers: [
    CampaignResolver,
    CampaignTermsResolver,
    CampaignCreditsResolver,
    CampaignPayloadResolver,
    CampaignCreateResolver,
    CampaignUpdateResolver,
    CampaignPlanResolver,
    CampaignActivateResolver,
    CampaignPauseResolver,
    CampaignCompleteResolver,
    CampaignCancelResolver,
    CampaignInternalResolver,
    CampaignInternalSetResolver,
    CampaignCountResolver,
    SdgTargetResolver,
    InstrumentResolver,
    OrganizationCampaignsResolver,
  ],
  entities: [Campaign, CampaignInternal, CampaignTag, CampaignCredit],
};
