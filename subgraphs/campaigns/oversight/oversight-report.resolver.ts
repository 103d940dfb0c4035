import sql from 'sql-template-tag';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { timeZoneDescription, today } from '../../../shared/schema/calendar';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { recordList } from '../record/record-list';
import { OversightReport } from './oversight-report.entity';
import { OversightReportFilter } from './oversight-report.inputs';

const OversightReportConnection = connectionType(OversightReport, 'OversightReport');

@Resolver(() => OversightReport)
export class OversightReportResolver {
  @Query(() => OversightReportConnection, {
    nullable: true,
    description: 'What organisations found when they watched governments, the latest first.',
  })
  oversightReports(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OversightReportFilter, filterArgument) filter?: OversightReportFilter,
  ): Promise<Connection<OversightReport>> {
    return connection(context, recordList(OversightReport, 'found_on', filter), page);
  }

  @Query(() => OversightReport, {
    nullable: true,
    description: 'One of them; null when there is none that you may see.',
  })
  oversightReport(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<OversightReport | null> {
    return loadById(context, OversightReport, requireId('OversightReport', id));
  }

  @Query(() => OversightReportConnection, {
    nullable: true,
    description:
      'Oversight reports to look at again today, or since a day that has passed; the longest due first.',
  })
  oversightReportsDue(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('timeZone', () => String, { description: timeZoneDescription }) timeZone: string,
    @Arg('filter', () => OversightReportFilter, filterArgument) filter?: OversightReportFilter,
  ): Promise<Connection<OversightReport>> {
    const isDue = sql`t.follow_up_on <= ${today(timeZone)}::date`;
    const list = {
      ...recordList(OversightReport, 'found_on', filter, [isDue]),
      name: 'oversight reports due',
      orderBy: { name: 'follow-up', key: sql`t.follow_up_on` },
    };
    return connection(context, list, page);
  }
}
