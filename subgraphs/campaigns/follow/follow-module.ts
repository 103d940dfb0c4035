import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { FollowResolver } from './follow';
import { Follow } from './follow.entity';
import { FollowPayloadResolver } from './follow.payload';
import { FollowsResolver } from './follow.resolver';
import { FollowAcknowledgeResolver } from './follow-acknowledge';
import { FollowedChangesResolver } from './followed-changes.resolver';
import { UnfollowResolver } from './unfollow';

/** Who wants to hear of changes, and hears of them. */
export const followModule: SubgraphModule = {
  resolvers: [
    FollowsResolver,
    FollowPayloadResolver,
    FollowResolver,
    UnfollowResolver,
    FollowedChangesResolver,
    FollowAcknowledgeResolver,
  ],
  entities: [Follow],
};
