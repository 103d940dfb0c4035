import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { coalitionId } from '../../../shared/coalition';
import { HubError } from '../../../shared/errors';
import { canonicalTag } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import {
  Payload,
  Refusal,
  refuse,
  UserError,
  type UserErrorRecord,
} from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { holdBills } from '../bill/hold-bills';
import { readBill } from './read-bill';
import { type Outcome, writeBill } from './write-bill';

const maximumBills = 50;

@InputType({ description: 'Bills of Open States.' })
export class BillsImportInput extends CreatingInput {
  @Field(() => [String], {
    description: `At most ${maximumBills} bills, each the text of the JSON object that Open States’ API (version 3) answers with.`,
  })
  bills!: string[];

  @Field(() => Date, { description: 'When they were read from Open States.' })
  asOf!: Date;

  @Field(() => String, {
    defaultValue: 'en',
    description: 'BCP 47 tag of the language in which their legislature writes.',
  })
  language!: string;
}

@ObjectType({ description: 'A bill that was left out, and why.' })
export class BillImportFailure {
  @Field(() => Int, { description: 'Its place in the list, from 0.' })
  index!: number;

  @Field(() => UserError, { description: 'Why; `field` is the place in the bill, such as `actions.3.date`.' })
  error!: UserErrorRecord;
}

@ObjectType({ description: 'What became of an import.' })
export class BillsImportPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many bills are new.' })
  created!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many were known and are changed.' })
  updated!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many were known as they are, or had been read later.',
  })
  unchanged!: number | null;

  @Field(() => [BillImportFailure], {
    nullable: true,
    description: 'Which were left out; the others went in.',
  })
  failures!: BillImportFailure[] | null;
}

@Resolver()
export class BillsImportResolver {
  @Mutation(() => BillsImportPayload, {
    nullable: true,
    description:
      'Imports bills of Open States, by their `ocd-bill` ids. The same again changes nothing; a bill that cannot be read is reported and the others go in. For the coalition’s staff.',
  })
  async billsImport(
    @Arg('input', () => BillsImportInput, { description: 'The bills.' })
    { bills, asOf, language }: BillsImportInput,
    @Ctx() context: SubgraphContext,
  ) {
    if (context.viewer.organizationId !== coalitionId) throw new HubError('FORBIDDEN');
    if (bills.length === 0) refuse('REQUIRED', 'bills');
    if (bills.length > maximumBills) refuse('TOO_MANY', 'bills');
    if (asOf.getTime() > Date.now()) refuse('TIME_OUT_OF_RANGE', 'asOf');
    if (!canonicalTag(language)) refuse('INVALID', 'language');
    await holdBills(context);
    const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 };
    const failures: BillImportFailure[] = [];
    for (const [index, json] of bills.entries()) {
      try {
        counts[await writeBill(context.session, readBill(json, language), asOf)] += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        failures.push({ index, error: error.userErrors[0]! });
      }
    }
    return { ...counts, failures };
  }
}
