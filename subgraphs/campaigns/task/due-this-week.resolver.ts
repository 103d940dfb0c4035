import sql from 'sql-template-tag';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { timeZoneDescription, today, Weekday, weekOf } from '../../../shared/schema/calendar';
import { type Connection, connection } from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { CampaignTask } from './task.entity';
import { CampaignTaskFilter } from './task.inputs';
import { isOpen, taskList } from './task.repository';
import { CampaignTaskConnection } from './task.resolver';

@Resolver()
export class TasksDueThisWeekResolver {
  @Query(() => CampaignTaskConnection, {
    nullable: true,
    description:
      'What is due this week across campaigns and partners: tasks that are still to be done and whose last day is in it, by that day.',
  })
  campaignTasksDueThisWeek(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('timeZone', () => String, { description: timeZoneDescription }) timeZone: string,
    @Arg('weekStartsOn', () => Weekday, {
      defaultValue: Weekday.MONDAY,
      description: 'The first day of the week.',
    })
    weekStartsOn: Weekday,
    @Arg('filter', () => CampaignTaskFilter, filterArgument) filter?: CampaignTaskFilter,
  ): Promise<Connection<CampaignTask>> {
    const { start, end } = weekOf(today(timeZone), weekStartsOn);
    const isDue = sql`t.due_key between ${start}::date and ${end}::date and ${isOpen}`;
    return connection(context, { ...taskList(filter, [isDue]), name: 'tasks due this week' }, page);
  }
}
