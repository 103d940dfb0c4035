import sql from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import {
  type Connection,
  connection,
  connectionType,
  connectionUnder,
} from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import type { Bill } from '../bill/bill.entity';
import { BillFilter } from '../bill/bill.inputs';
import { billList } from '../bill/bill.repository';
import { BillConnection } from '../bill/bill.resolver';
import { isStale, staleField } from '../bill/stale';
import { Jurisdiction } from './jurisdiction.entity';

const JurisdictionConnection = connectionType(Jurisdiction, 'Jurisdiction');

@Resolver(() => Jurisdiction)
export class JurisdictionResolver {
  @Query(() => JurisdictionConnection, {
    nullable: true,
    description: 'Jurisdictions whose bills are known here, by their Open Civic Data id.',
  })
  jurisdictions(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Jurisdiction>> {
    const list = {
      name: 'jurisdictions',
      columns: columnsOf(Jurisdiction),
      from: sql`campaigns.jurisdiction t`,
      where: [],
      orderBy: { name: 'ocd id', key: sql`t.ocd_id` },
    };
    return connection(context, list, page);
  }

  @FieldResolver(() => Term, { description: 'What it is (`jurisdictionClassifications`).' })
  classification(@Root() { classification }: Jurisdiction): TermRecord {
    return term('jurisdictionClassifications', classification);
  }

  @FieldResolver(() => BillConnection, { description: 'Its bills, by identifier.' })
  bills(
    @Root() { id }: Jurisdiction,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => BillFilter, filterArgument) filter?: BillFilter,
  ): Promise<Connection<Bill>> {
    const perParent = sql`t.jurisdiction_id = parent.id`;
    return connectionUnder(context, { ...billList(filter), perParent }, id, page);
  }

  @FieldResolver(() => Boolean, staleField)
  isStale(@Root() { asOf }: Jurisdiction): boolean {
    return isStale(asOf);
  }
}
