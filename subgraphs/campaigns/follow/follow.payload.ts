import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Follow } from './follow.entity';

@ObjectType({ description: 'What became of a follow.' })
export class FollowPayload extends Payload {}

@Resolver(() => FollowPayload)
export class FollowPayloadResolver {
  @FieldResolver(() => Follow, { nullable: true, description: 'The follow; null once it has ended.' })
  follow(@Root() { id }: { id?: string }, @Ctx() context: SubgraphContext): Promise<Follow | null> | null {
    return id === undefined ? null : loadById(context, Follow, id);
  }
}
