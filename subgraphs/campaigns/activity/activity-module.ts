import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { Activity } from './activity.entity';
import { ActivityPayloadResolver } from './activity.payload';
import { ActivityResolver, CampaignActivitiesResolver } from './activity.resolver';
import { ActivityArchiveResolver } from './activity-archive';
import { ActivityCreateResolver } from './activity-create';
import { ActivityUpdateResolver } from './activity-update';

/** What is planned and done on the board. */
export const activityModule: SubgraphModule = {
  resolvers: [
    CampaignActivitiesResolver,
    ActivityResolver,
    ActivityPayloadResolver,
    ActivityCreateResolver,
    ActivityUpdateResolver,
    ActivityArchiveResolver,
  ],
  entities: [Activity],
};
