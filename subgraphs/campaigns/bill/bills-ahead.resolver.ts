import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../../../shared/database/load-rows';
import { HubError } from '../../../shared/errors';
import { timeZoneDescription, today } from '../../../shared/schema/calendar';
import { type Connection, connection } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from './bill.entity';
import { billList } from './bill.repository';
import { BillConnection } from './bill.resolver';
import { BillAction } from './bill-parts.type';

const maximumDays = 366;

/** What lies ahead of bills. */
@Resolver(() => Bill)
export class BillsAheadResolver {
  @Query(() => BillConnection, {
    nullable: true,
    description:
      'Bills with a hearing ahead (an action on a day to come, or today) on which an organisation has no position that you may see; the next hearing first.',
  })
  billsAwaitingPosition(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('timeZone', () => String, { description: timeZoneDescription }) timeZone: string,
    @Arg('days', () => Int, {
      defaultValue: 14,
      description: `So many days from today on, at most ${maximumDays}.`,
    })
    days: number,
    @Arg('organization', () => ID, {
      nullable: true,
      description: 'Whose positions; one’s own organisation when it is left out.',
    })
    organization?: string,
  ): Promise<Connection<Bill>> {
    if (days < 1 || days > maximumDays) {
      throw new HubError('INVALID_ARGUMENT', `"days" must be from 1 to ${maximumDays}`);
    }
    const day = today(timeZone);
    const whose =
      organization == null ? context.viewer.organizationId : requireId('Organization', organization);
    const list = {
      ...billList(),
      name: 'bills awaiting a position',
      where: [
        sql`t.id in (select a.subject_id from campaigns.bill_action a
  where a.date >= ${day}::date and a.date < ${day}::date + ${days}::int)`,
        sql`t.id not in (select p.bill_id from campaigns.bill_position p
  where p.organization_id = ${whose} and p.replaced_on is null)`,
      ],
      orderBy: {
        name: 'next action',
        key: sql`(select min(a.date)::text from campaigns.bill_action a where a.subject_id = t.id and a.date >= ${day}::date)`,
      },
    };
    return connection(context, list, page);
  }

  @FieldResolver(() => BillAction, {
    nullable: true,
    description: 'The first action on a day to come, or today; null when none is announced.',
  })
  async nextAction(
    @Root() { id }: Bill,
    @Ctx() context: SubgraphContext,
    @Arg('timeZone', () => String, { description: timeZoneDescription }) timeZone: string,
  ): Promise<BillAction | null> {
    const day = today(timeZone);
    const ahead = (await loadChildren(context, BillAction, id)).filter(({ date }) => date >= day);
    return (
      ahead.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))[0] ?? null
    );
  }
}
