import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import { TranslationInput, toTranslations } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { Conflict, Payload, refuse } from '../../../shared/mutation/user-errors';
import { newId, requireId } from '../../../shared/schema/type-id';
import { standardLevel } from '../../../shared/sharing/row-levels';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Bill } from '../bill/bill.entity';
import { BillPosition, BillStance } from './bill-position.entity';
import { loadHistory } from './bill-position.repository';
import { kindsWithoutSides } from './kinds-without-sides';

@InputType({ description: 'What one’s own organisation thinks of a bill from today on.' })
export class BillPositionTakeInput extends CreatingInput {
  @Field(() => ID, { description: 'The bill.' })
  bill!: string;

  @Field(() => BillStance, { description: 'What it thinks of it.' })
  stance!: BillStance;

  @Field(() => [TranslationInput], { description: 'Why.' })
  reason!: TranslationInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that this one is to replace; left out for the first. Another one is a conflict.',
  })
  version?: number;
}

@ObjectType({ description: 'What became of a position; after a conflict, the one that stands.' })
export class BillPositionPayload extends Payload {}

@Resolver(() => BillPositionPayload)
export class BillPositionTakeResolver {
  @Mutation(() => BillPositionPayload, {
    nullable: true,
    description:
      'Takes a position on a bill for one’s own organisation. It counts from today on; the one before stays in the history.',
  })
  async billPositionTake(
    @Arg('input', () => BillPositionTakeInput, { description: 'The position.' })
    { bill, stance, reason, version }: BillPositionTakeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<{ id: string }> {
    const { organizationKind } = context.viewer;
    const organizationId = context.viewer.organizationId!;
    const found = await loadById(context, Bill, requireId('Bill', bill));
    if (!found) refuse('NOT_FOUND', 'bill');
    const takesSides = stance === BillStance.SUPPORT || stance === BillStance.OPPOSE;
    if (takesSides && (organizationKind === null || kindsWithoutSides.includes(organizationKind))) {
      refuse('KIND_TAKES_NO_SIDES', 'stance');
    }
    const text = toTranslations(reason, 'reason');
    await context.session.rows(
      sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns.bill_position ${organizationId} ${bill}`}, 0))`,
    );
    const [current] = await loadHistory(context, { organizationId, billId: bill });
    if ((current?.version ?? null) !== (version ?? null)) throw new Conflict(current?.id);
    const id = newId('BillPosition');
    const sharingLevel = await standardLevel(context, 'bill.position');
    await insertRow(context.session, BillPosition, {
      organizationId,
      sharingLevel,
      id,
      billId: bill,
      stance,
      reason: text,
    });
    return { id };
  }

  @FieldResolver(() => BillPosition, { nullable: true, description: 'The position.' })
  position(
    @Root() { id }: { id?: string },
    @Ctx() context: SubgraphContext,
  ): Promise<BillPosition | null> | null {
    return id === undefined ? null : loadById(context, BillPosition, id);
  }
}
