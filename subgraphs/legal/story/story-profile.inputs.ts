import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows a list of story profiles; all given conditions hold.' })
export class StoryProfileFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the label, situation, occupation or outcome, of the labels of its countries and needs, or of the handle of its organisation, in Arabic or English; each may be the start of a word, and Arabic spelling variants count as one.',
  })
  search?: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of the nationality (taxonomy `countries`).',
  })
  nationality?: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of the country they lived in (taxonomy `countries`).',
  })
  livedIn?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of something they needed (taxonomy `serviceCategories`).',
  })
  need?: string;

  @Field(() => ID, { nullable: true, description: 'Id of the organisation that keeps it.' })
  organization?: string;

  @Field(() => ID, { nullable: true, description: 'Id of the campaign or programme that helped.' })
  campaign?: string;
}
