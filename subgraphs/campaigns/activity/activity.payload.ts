import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Activity } from './activity.entity';

@ObjectType({ description: 'What became of an activity.' })
export class ActivityPayload extends Payload {}

@Resolver(() => ActivityPayload)
export class ActivityPayloadResolver {
  @FieldResolver(() => Activity, {
    nullable: true,
    description: 'The activity; after a conflict of versions as it is now.',
  })
  activity(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<Activity | null> | null {
    return id === undefined ? null : loadById(context, Activity, id);
  }
}
