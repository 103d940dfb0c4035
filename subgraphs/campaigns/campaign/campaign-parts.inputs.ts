import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TranslationInput } from '../../../shared/language/translation-input';
import { CreatingInput } from '../../../shared/mutation/idempotency';

/** What people say about a campaign, besides its title and kind. */
@InputType()
export abstract class CampaignParts extends CreatingInput {
  @Field(() => [TranslationInput], { nullable: true, description: 'Its subtitle or motto; null for none.' })
  subtitle?: TranslationInput[] | null;

  @Field(() => String, { nullable: true, description: 'Its acronym; null for none.' })
  acronym?: string | null;

  @Field(() => [TranslationInput], { nullable: true, description: 'What it is for; null for nothing yet.' })
  objective?: TranslationInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'ISO 3166-1 alpha-2 code of its country (taxonomy `countries`); null where it spans several.',
  })
  country?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day; null for an open start.' })
  startsOn?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Its last day, not before the first; null for an open end.',
  })
  endsOn?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the SDG targets it works for, such as `10.7` (taxonomy `sdgTargets`).',
  })
  sdgTargets?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of its themes (taxonomy `themes`).' })
  themes?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of levels of government it works at or with (taxonomy `governmentLevels`).',
  })
  governmentLevels?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of forms of collaboration it takes (taxonomy `collaborationKinds`).',
  })
  collaborationKinds?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of its audiences (taxonomy `audiences`).' })
  audiences?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of places it works in (see `places`).' })
  places?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of laws, charters, policies and frameworks it rests on (taxonomy `instruments`).',
  })
  instruments?: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Organisations to credit as taking part. Credit, not a working partnership.',
  })
  partners?: string[];

  @Field(() => [ID], { nullable: true, description: 'Organisations to credit as paying for it.' })
  funders?: string[];
}

@InputType({ description: 'A campaign of one’s own organisation. It starts as planned.' })
export class CampaignCreateInput extends CampaignParts {
  @Field({ description: 'Code of its kind (taxonomy `programmeKinds`).' })
  kind!: string;

  @Field(() => [TranslationInput], { description: 'Its title, in Arabic and in English at least.' })
  title!: TranslationInput[];
}

@InputType({
  description:
    'What to change about a campaign of one’s own organisation. What is left out stays; a list takes the place of the one before.',
})
export class CampaignUpdateInput extends CampaignParts {
  @Field(() => ID, { description: 'The campaign.' })
  campaign!: string;

  @Field(() => Int, {
    description:
      'The `version` that was read. When somebody has changed the campaign since, the answer is the code `VERSION_CONFLICT` and the campaign as it is now.',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Code of its kind (taxonomy `programmeKinds`).' })
  kind?: string;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: 'Its title, in Arabic and in English at least.',
  })
  title?: TranslationInput[];
}

@InputType({ description: 'Which campaign of one’s own organisation.' })
export class CampaignInput {
  @Field(() => ID, { description: 'The campaign.' })
  campaign!: string;
}
