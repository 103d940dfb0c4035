import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { Campaign } from '../campaign/campaign.entity';
import { Legislator } from '../legislator/legislator.entity';
import { Follow } from './follow.entity';
import { loadSubject } from './subject';

const FollowConnection = connectionType(Follow, 'Follow');

const goneSince = 'null for another kind of subject, and where you do not see it any more.';

@Resolver(() => Follow)
export class FollowsResolver {
  @Query(() => FollowConnection, {
    nullable: true,
    description:
      'What one follows, the latest first; for admins everything that their organisation and its people follow.',
  })
  follows(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Follow>> {
    const list = {
      name: 'follows',
      columns: columnsOf(Follow),
      from: sql`campaigns.follow t`,
      where: [],
      orderBy: { name: 'id', key: sql`t.id`, descending: true },
    };
    return connection(context, list, page);
  }

  @FieldResolver(() => ID, {
    description:
      'Who follows: a person (`per`), the organisation (`org`), or a tool by its key (`key`). A key that takes the place of another follows nothing yet.',
  })
  follower(@Root() { followerId }: Follow): string {
    return followerId;
  }

  @FieldResolver(() => Campaign, { nullable: true, description: `The campaign; ${goneSince}` })
  campaign(@Root() { subjectId }: Follow, @Ctx() context: SubgraphContext): Promise<Campaign | null> | null {
    return loadSubject(context, 'Campaign', subjectId);
  }

  @FieldResolver(() => Bill, { nullable: true, description: `The bill; ${goneSince}` })
  bill(@Root() { subjectId }: Follow, @Ctx() context: SubgraphContext): Promise<Bill | null> | null {
    return loadSubject(context, 'Bill', subjectId);
  }

  @FieldResolver(() => Legislator, { nullable: true, description: `The legislator; ${goneSince}` })
  legislator(
    @Root() { subjectId }: Follow,
    @Ctx() context: SubgraphContext,
  ): Promise<Legislator | null> | null {
    return loadSubject(context, 'Legislator', subjectId);
  }
}
