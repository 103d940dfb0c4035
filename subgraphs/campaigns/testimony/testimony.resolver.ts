import sql from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Bill } from '../bill/bill.entity';
import { Organization } from '../stubs';
import { Testimony, TestimonyBill } from './testimony.entity';
import { testimonyList } from './testimony.repository';

const TestimonyConnection = connectionType(Testimony, 'Testimony');

@Resolver(() => Testimony)
export class TestimonyResolver {
  @FieldResolver(() => Term, { description: 'Where it is in its life (`testimonyStates`).' })
  state(@Root() { state }: Testimony): TermRecord {
    return term('testimonyStates', state);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who says it.' })
  organization(@Root() { organizationId }: Testimony): EntityReference | null {
    return pointTo(organizationId);
  }

  @FieldResolver(() => [Bill], {
    nullable: 'itemsAndList',
    description: 'The bills that it is about, the first one first.',
  })
  async bills(@Root() { id }: Testimony, @Ctx() context: SubgraphContext): Promise<(Bill | null)[]> {
    const bills = await loadChildren(context, TestimonyBill, id);
    return Promise.all(bills.map(({ billId }) => loadById(context, Bill, billId)));
  }
}

@Resolver(() => Bill)
export class BillTestimoniesResolver {
  @FieldResolver(() => TestimonyConnection, {
    nullable: true,
    description: 'What organisations say to the legislature about it, the latest first.',
  })
  testimonies(
    @Root() { id }: Bill,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<Testimony>> {
    const ofBill = sql`t.id in (select about.subject_id from campaigns.testimony_bill about where about.bill_id = parent.id)`;
    return connectionUnder(context, testimonyList(ofBill), id, page);
  }
}
