import sql from 'sql-template-tag';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../../../shared/mutation/user-errors';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { FollowInput } from './follow.inputs';
import { FollowPayload } from './follow.payload';
import { followerId } from './follower';
import { isThere } from './subject';

@Resolver()
export class FollowResolver {
  @Mutation(() => FollowPayload, {
    nullable: true,
    description: 'Follows something: from now on `followedChanges` tells what changes about it.',
  })
  async follow(
    @Arg('input', () => FollowInput, { description: 'What to follow.' })
    { subject, follower }: FollowInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const who = followerId(context, follower);
    if (!(await isThere(context, subject))) refuse('NOT_FOUND', 'subject');
    const id = newId('Follow');
    const added = await context.session.rows(sql`
insert into campaigns.follow (organization_id, id, follower_id, subject_id)
values (${context.viewer.organizationId}, ${id}, ${who}, ${subject}) on conflict do nothing returning 1`);
    if (added.length === 0) refuse('ALREADY_DONE', 'subject');
    return { id };
  }
}
