import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import { loadCodes } from '../../../shared/database/tags';
import { type Connection, connection, connectionType } from '../../../shared/schema/connection';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term, termOrNull, termsOf } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';
import { VoteEvent } from '../vote-event/vote-event.entity';
import { Bill, BillTag } from './bill.entity';
import { BillFilter } from './bill.inputs';
import { billList, loadStatus } from './bill.repository';
import { BillAction, BillRelation, BillSponsorship, BillVersion } from './bill-parts.type';
import { isStale, staleField } from './stale';

export const BillConnection = connectionType(Bill, 'Bill');

@Resolver(() => Bill)
export class BillResolver {
  @Query(() => BillConnection, {
    nullable: true,
    description: 'Bills that the coalition follows, by identifier.',
  })
  bills(
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => BillFilter, filterArgument) filter?: BillFilter,
  ): Promise<Connection<Bill>> {
    return connection(context, billList(filter), page);
  }

  @Query(() => Bill, { nullable: true, description: 'One bill; null when there is none that you may see.' })
  bill(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Bill | null> {
    return loadById(context, Bill, requireId('Bill', id));
  }

  @FieldResolver(() => Jurisdiction, { nullable: true, description: 'Where it would be law.' })
  jurisdiction(@Root() bill: Bill, @Ctx() context: SubgraphContext): Promise<Jurisdiction | null> {
    return loadById(context, Jurisdiction, bill.jurisdictionId);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'The chamber that it comes from (`legislativeOrganizations`).',
  })
  chamber(@Root() { chamber }: Bill): TermRecord | null {
    return termOrNull('legislativeOrganizations', chamber);
  }

  @FieldResolver(() => [Term], { description: 'What it is (`billClassifications`).' })
  classification(@Root() { classification }: Bill): TermRecord[] {
    return termsOf('billClassifications', classification);
  }

  @FieldResolver(() => [String], { description: 'What it is about, in the words of its legislature.' })
  subject(@Root() { id }: Bill, @Ctx() context: SubgraphContext): Promise<string[]> {
    return loadCodes(context, BillTag, id, 'subjects');
  }

  @FieldResolver(() => Term, {
    description: 'Where it stands today (`billStatuses`), derived from its actions up to this day.',
  })
  async status(@Root() { id }: Bill, @Ctx() context: SubgraphContext): Promise<TermRecord> {
    return term('billStatuses', await loadStatus(context, id));
  }

  @FieldResolver(() => [BillAction], {
    description: 'What was done with it, the first first; also what is announced.',
  })
  actions(@Root() { id }: Bill, @Ctx() context: SubgraphContext): Promise<BillAction[]> {
    return loadChildren(context, BillAction, id);
  }

  @FieldResolver(() => [BillVersion], { description: 'Its texts.' })
  versions(@Root() { versions }: Bill): BillVersion[] {
    return versions;
  }

  @FieldResolver(() => [BillSponsorship], { description: 'Who brings it in.' })
  sponsorships(@Root() { sponsorships }: Bill): BillSponsorship[] {
    return sponsorships;
  }

  @FieldResolver(() => [VoteEvent], { description: 'Votes on it, in the order of the source.' })
  votes(@Root() { id }: Bill, @Ctx() context: SubgraphContext): Promise<VoteEvent[]> {
    return loadChildren(context, VoteEvent, id);
  }

  @FieldResolver(() => [BillRelation], { description: 'Companions and other bills that have to do with it.' })
  relatedBills(@Root() { id }: Bill, @Ctx() context: SubgraphContext): Promise<BillRelation[]> {
    return loadChildren(context, BillRelation, id);
  }

  @FieldResolver(() => Boolean, staleField)
  isStale(@Root() { asOf }: Bill): boolean {
    return isStale(asOf);
  }
}
