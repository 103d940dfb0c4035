import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Narrows a list of organisations; all given conditions hold.' })
export class OrganizationFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name, acronym, handle, town or description, in Arabic or English; each may be the start of a word, and Arabic spelling variants count as one.',
  })
  search?: string;

  @Field(() => String, { nullable: true, description: 'Code of the kind (taxonomy `organisationKinds`).' })
  kind?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the role in the coalition (taxonomy `organisationRoles`).',
  })
  role?: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of the country (taxonomy `countries`).',
  })
  country?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a place (see `places`); places inside it count too.',
  })
  place?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the membership status (taxonomy `membershipStatuses`).',
  })
  membership?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of how it came to be (taxonomy `organisationStatuses`).',
  })
  establishment?: string;
}
