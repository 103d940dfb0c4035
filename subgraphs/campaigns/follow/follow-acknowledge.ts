import sql from 'sql-template-tag';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { openCursor } from '../../../shared/database/cursor';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { FollowAcknowledgeInput } from './follow.inputs';
import { cursorScope } from './followed-changes.repository';
import { followerId } from './follower';

@ObjectType({ description: 'What became of an acknowledgement.' })
export class FollowAcknowledgePayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many follows it moved on; 0 where all had been read as far already.',
  })
  follows!: number | null;
}

@Resolver()
export class FollowAcknowledgeResolver {
  @Mutation(() => FollowAcknowledgePayload, {
    nullable: true,
    description:
      'Notes how far one has read: `followedChanges` begins after it from now on. It never goes back.',
  })
  async followAcknowledge(
    @Arg('input', () => FollowAcknowledgeInput, { description: 'How far.' })
    { cursor, follower }: FollowAcknowledgeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ follows: number }> {
    const who = followerId(context, follower);
    const { key: horizon, id: sequence } = openCursor(cursorScope(who), cursor);
    const moved = await context.session.rows(sql`
update campaigns.follow t set horizon = ${horizon}::bigint, sequence = ${sequence}::bigint
where t.follower_id = ${who} and (t.horizon, t.sequence) < (${horizon}::bigint, ${sequence}::bigint) returning 1`);
    return { follows: moved.length };
  }
}
