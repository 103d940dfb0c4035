import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from './action-call.entity';

@ObjectType({ description: 'What became of a call to action.' })
export class ActionCallPayload extends Payload {}

@Resolver(() => ActionCallPayload)
export class ActionCallPayloadResolver {
  @FieldResolver(() => ActionCall, {
    nullable: true,
    description: 'The call to action; after a conflict of versions as it is now.',
  })
  actionCall(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<ActionCall | null> | null {
    return id === undefined ? null : loadById(context, ActionCall, id);
  }
}
