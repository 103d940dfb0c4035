import { Field, ID, InputType } from 'type-graphql';
import { PeriodInput } from '../../../shared/schema/period';

@InputType({ description: 'Narrows a list of campaigns and programmes; all given conditions hold.' })
export class CampaignFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the title, subtitle, acronym, handle, kind, place or country, of an imported one also of the handle of its lead, in Arabic or English; each may be the start of a word, and Arabic spelling variants count as one.',
  })
  search?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of what it does or brings about (its activities and results), in Arabic or English, matched as in `search`.',
  })
  activity?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a kind of activity it has (taxonomy `activityKinds`).',
  })
  activityKind?: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that leads it.' })
  organization?: string;

  @Field(() => ID, { nullable: true, description: 'An organisation credited as its partner.' })
  partner?: string;

  @Field(() => ID, { nullable: true, description: 'An organisation credited as its funder.' })
  funder?: string;

  @Field(() => ID, { nullable: true, description: 'The campaign it is directly part of.' })
  parent?: string;

  @Field(() => String, { nullable: true, description: 'Code of the kind (taxonomy `programmeKinds`).' })
  kind?: string;

  @Field(() => String, { nullable: true, description: 'Code of one of its themes (taxonomy `themes`).' })
  theme?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of themes (taxonomy `themes`): it must have all of them.',
  })
  themes?: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of SDG targets, for instance `["10.2", "16.7"]` (taxonomy `sdgTargets`): it must list all of them.',
  })
  sdgTargets?: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Code of a level of government it works at or with (taxonomy `governmentLevels`).',
  })
  governmentLevel?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of one of its audiences (taxonomy `audiences`).',
  })
  audience?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of audiences (taxonomy `audiences`): it must address all of them.',
  })
  audiences?: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Code of a place (see `places`); places inside it count too.',
  })
  place?: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of the country (taxonomy `countries`).',
  })
  country?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a law, charter, policy or framework it rests on (taxonomy `instruments`).',
  })
  instrument?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a form of collaboration it takes (taxonomy `collaborationKinds`).',
  })
  collaborationKind?: string;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Campaigns whose period overlaps this one, and campaigns without dates from a document that reports on it.',
  })
  period?: PeriodInput;
}
