import { Field, ID, InputType, Int } from 'type-graphql';
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

@InputType({ description: 'What to change about a bill. What is left out stays.' })
export class BillUpdateInput {
  @Field(() => ID, { description: 'The bill.' })
  bill!: string;

  @Field(() => Int, {
    description:
      'The `version` that was read. When somebody, or an import, has changed the bill since, the answer is the code `VERSION_CONFLICT` and the bill as it is now.',
  })
  version!: number;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'Its title, in each language in which it is given.',
  })
  title?: TranslationInput[];

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of what it is (taxonomy `billClassifications`).',
  })
  classification?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'What it is about, in the words of its legislature.',
  })
  subject?: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the chamber that it comes from (taxonomy `legislativeOrganizations`); null for not said.',
  })
  chamber?: string | null;
}
