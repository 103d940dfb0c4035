import { Field, ID, InputType } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';

@InputType({ description: 'Narrows a list of bills; all given conditions hold.' })
export class BillFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the title or the identifier; each may be the start of a word.',
  })
  search?: string;

  @Field(() => ID, { nullable: true, description: 'Bills of this jurisdiction.' })
  jurisdiction?: string;

  @Field(() => String, { nullable: true, description: 'The identifier of a legislative session.' })
  legislativeSession?: string;

  @Field(() => String, { nullable: true, description: 'A subject, exactly as its legislature names it.' })
  subject?: string;

  @Field(() => String, { nullable: true, description: 'Code of a status (taxonomy `billStatuses`).' })
  status?: string;
}

@InputType({ description: 'A bill that is not known here yet.' })
export class BillAddInput extends CreatingInput {
  @Field(() => ID, { description: 'The jurisdiction.' })
  jurisdiction!: string;

  @Field({ description: 'The identifier of the legislative session.' })
  legislativeSession!: string;

  @Field({ description: 'What the legislature calls it, such as `HB 74`.' })
  identifier!: string;

  @Field(() => [TranslationInput], { description: 'Its title.' })
  title!: TranslationInput[];

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of what it is (taxonomy `billClassifications`).',
  })
  classification?: string[];
}
