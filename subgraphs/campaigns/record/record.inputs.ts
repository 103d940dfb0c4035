import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput } from '../../../shared/mutation/idempotency';
import { PeriodInput } from '../../../shared/schema/period';

/** What narrows lists of every kind of record. */
@InputType()
export abstract class RecordFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this campaign.' })
  campaign?: string;

  @Field(() => ID, { nullable: true, description: 'Only those about this bill.' })
  bill?: string;

  @Field(() => ID, { nullable: true, description: 'Only those of this organisation.' })
  organization?: string;

  @Field(() => PeriodInput, { nullable: true, description: 'Only those of these days.' })
  period?: PeriodInput;
}

/** What people say about a record of any kind. */
@InputType()
export abstract class RecordParts extends CreatingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A campaign of one’s own organisation that it belongs to; null for none.',
  })
  campaign?: string | null;

  @Field(() => ID, { nullable: true, description: 'The bill that it is about; null for none.' })
  bill?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Where it can be read, seen or heard: at most 20 `http` or `https` URLs.',
  })
  links?: string[];
}

/** Description of the `version` that updates of records take. */
export const versionDescription =
  'The `version` that was read. When somebody has changed it since, the answer is the code `VERSION_CONFLICT` and the record as it is now.';
