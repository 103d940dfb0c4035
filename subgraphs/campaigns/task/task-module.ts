import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { CampaignTaskCreateResolver } from './campaign-task-create';
import { CampaignTaskMoveResolver } from './campaign-task-move';
import { CampaignTaskUpdateResolver } from './campaign-task-update';
import { TasksDueThisWeekResolver } from './due-this-week.resolver';
import { CampaignTask } from './task.entity';
import { CampaignTaskPayloadResolver } from './task.payload';
import { CampaignTaskResolver, CampaignTasksResolver } from './task.resolver';
import { CampaignTaskProgressResolver, OrganizationTaskProgressResolver } from './task-progress';

/** Who does what by when. */
export const taskModule: SubgraphModule = {
  resolvers: [
    CampaignTaskResolver,
    CampaignTasksResolver,
    TasksDueThisWeekResolver,
    CampaignTaskProgressResolver,
    OrganizationTaskProgressResolver,
    CampaignTaskPayloadResolver,
    CampaignTaskCreateResolver,
    CampaignTaskUpdateResolver,
    CampaignTaskMoveResolver,
  ],
  entities: [CampaignTask],
};
