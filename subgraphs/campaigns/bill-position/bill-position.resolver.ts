import sql from 'sql-template-tag';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { type EntityReference, pointTo } from '../../../shared/schema/entity-stub';
import { PageArguments } from '../../../shared/schema/page-arguments';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Bill } from '../bill/bill.entity';
import { Organization } from '../stubs';
import { BillPosition, BillStance } from './bill-position.entity';
import { countStances, loadHistory, positionList, type StanceCount } from './bill-position.repository';

const BillPositionConnection = connectionType(BillPosition, 'BillPosition');

@ObjectType({ description: 'How many organisations think the same of a bill, as far as you may see.' })
export class BillPositionCount {
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

const stanceArgument = { nullable: true, description: 'Only those who think this of it.' };

@Resolver(() => Bill)
export class BillPositionsResolver {
  @FieldResolver(() => BillPositionConnection, {
    nullable: true,
    description: 'What organisations think of it now, as far as they share that with you; the latest first.',
  })
  positions(
    @Root() { id }: Bill,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('stance', () => BillStance, stanceArgument) stance?: BillStance,
  ): Promise<Connection<BillPosition>> {
    return connectionUnder(context, positionList(sql`t.bill_id = parent.id`, stance), id, page);
  }

  @FieldResolver(() => [BillPositionCount], {
    nullable: true,
    description: 'The same counted by stance, the most frequent first.',
  })
  positionCounts(@Root() { id }: Bill, @Ctx() context: SubgraphContext): Promise<StanceCount[]> {
    return countStances(context, id);
  }

  @FieldResolver(() => BillPosition, {
    nullable: true,
    description: 'What one organisation thinks of it now; null where it shares nothing of it with you.',
  })
  async position(
    @Root() { id }: Bill,
    @Ctx() context: SubgraphContext,
    @Arg('organization', () => ID, { description: 'The organisation.' }) organization: string,
  ): Promise<BillPosition | null> {
    const organizationId = requireId('Organization', organization);
    const history = await loadHistory(context, { organizationId, billId: id });
    return history.find(({ replacedOn }) => replacedOn === null) ?? null;
  }
}

@Resolver(() => BillPosition)
export class BillPositionResolver {
  @FieldResolver(() => Term, { description: 'What it thinks of it (`billStances`).' })
  stance(@Root() { stance }: BillPosition): TermRecord {
    return term('billStances', stance);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Whose position it is.' })
  organization(@Root() { organizationId }: BillPosition): EntityReference | null {
    return pointTo(organizationId);
  }

  @FieldResolver(() => Bill, { nullable: true, description: 'The bill.' })
  bill(@Root() { billId }: BillPosition, @Ctx() context: SubgraphContext): Promise<Bill | null> {
    return loadById(context, Bill, billId);
  }

  @FieldResolver(() => [BillPosition], {
    nullable: true,
    description: 'All versions of it that you may see, the latest first.',
  })
  history(@Root() position: BillPosition, @Ctx() context: SubgraphContext): Promise<BillPosition[]> {
    return loadHistory(context, position);
  }
}

@Resolver(() => BillPositionCount)
export class BillPositionCountResolver {
  @FieldResolver(() => Term, { description: 'What they think of it (`billStances`).' })
  stance(@Root() { stance }: StanceCount): TermRecord {
    return term('billStances', stance);
  }
}

@Resolver(() => Organization)
export class OrganizationPositionsResolver {
  @FieldResolver(() => BillPositionConnection, {
    nullable: true,
    description: 'What it thinks of bills now, the latest first.',
  })
  billPositions(
    @Root() { ref }: EntityReference,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('stance', () => BillStance, stanceArgument) stance?: BillStance,
  ): Promise<Connection<BillPosition>> {
    return connectionUnder(context, positionList(sql`t.organization_id = parent.id`, stance), ref, page);
  }
}
