import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../../../shared/mutation/user-errors';
import { isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { UnfollowInput } from './follow.inputs';
import { FollowPayload } from './follow.payload';

@Resolver()
export class UnfollowResolver {
  @Mutation(() => FollowPayload, {
    nullable: true,
    description: 'Ends a follow. Admins end those of their organisation and its people as well.',
  })
  async unfollow(
    @Arg('input', () => UnfollowInput, { description: 'Which follow.' }) { follow: id }: UnfollowInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    if (!isId('Follow', id)) refuse('NOT_FOUND', 'follow');
    const ended = await context.session.rows(sql`
delete from campaigns.follow t where t.id = ${id} returning 1`);
    if (ended.length === 0) refuse('NOT_FOUND', 'follow');
    return { id };
  }
}
