import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOf, connectionType } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Legislator } from '../legislator/legislator.entity';
import { type ChangeRow, FollowedChange } from './followed-change.type';
import { countChanges, readChanges } from './followed-changes.repository';
import { Follower, followerId } from './follower';
import { loadSubject } from './subject';

const FollowedChangeConnection = connectionType(FollowedChange, 'FollowedChange');

const otherwise = 'null for a change of something else.';

@Resolver(() => FollowedChange)
export class FollowedChangesResolver {
  @Query(() => FollowedChangeConnection, {
    nullable: true,
    description:
      'What has changed about what one follows since `followAcknowledge`, the first first; of each subject in the order in which it was changed. What is not acknowledged is told again, under the same ids. Nothing of what you do not see any more.',
  })
  async followedChanges(
    @Ctx() context: SubgraphContext,
    @Arg('follower', () => Follower, { description: 'In whose name.' }) follower: Follower,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<ChangeRow>> {
    const who = followerId(context, follower);
    return connectionOf(context, await readChanges(context, who, page), () => countChanges(context, who));
  }

  @FieldResolver(() => Campaign, { nullable: true, description: `The campaign; ${otherwise}` })
  campaign(
    @Root() { subjectId }: ChangeRow,
    @Ctx() context: SubgraphContext,
  ): Promise<Campaign | null> | null {
    return loadSubject(context, 'Campaign', subjectId);
  }

  @FieldResolver(() => Bill, { nullable: true, description: `The bill; ${otherwise}` })
  bill(@Root() { subjectId }: ChangeRow, @Ctx() context: SubgraphContext): Promise<Bill | null> | null {
    return loadSubject(context, 'Bill', subjectId);
  }

  @FieldResolver(() => Legislator, { nullable: true, description: `The legislator; ${otherwise}` })
  legislator(
    @Root() { subjectId }: ChangeRow,
    @Ctx() context: SubgraphContext,
  ): Promise<Legislator | null> | null {
    return loadSubject(context, 'Legislator', subjectId);
  }
}
