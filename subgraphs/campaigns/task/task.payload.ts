import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { CampaignTask } from './task.entity';

@ObjectType({ description: 'What became of a task.' })
export class CampaignTaskPayload extends Payload {}

@Resolver(() => CampaignTaskPayload)
export class CampaignTaskPayloadResolver {
  @FieldResolver(() => CampaignTask, {
    nullable: true,
    description: 'The task; after a conflict of versions as it is now.',
  })
  task(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<CampaignTask | null> | null {
    return id === undefined ? null : loadById(context, CampaignTask, id);
  }
}
