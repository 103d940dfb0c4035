import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { filterArgument, PageArguments } from '../../../shared/schema/page-arguments';

/** How a list of services is ordered. */
export enum ServiceOrder {
  NAME = 'NAME',
  STEP = 'STEP',
}
registerEnumType(ServiceOrder, {
  name: 'ServiceOrder',
  description: 'Orders of a list of services.',
  valuesConfig: {
    NAME: { description: 'By name, in the language of the answer.' },
    STEP: { description: 'By `stepOrder`, then by name; services that are no step come last.' },
  },
});

@InputType({ description: 'Narrows a list of services; all given conditions hold.' })
export class ServiceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name, description or handle, of the labels of its codes (category, area, cost, audiences, languages, places, countries), or of the handle of its provider, in Arabic or English; each may be the start of a word, and Arabic spelling variants count as one.',
  })
  search?: string;

  @Field(() => ID, { nullable: true, description: 'Id of the organisation that gives it.' })
  provider?: string;

  @Field(() => ID, { nullable: true, description: 'Id of the campaign or programme it belongs to.' })
  campaign?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the category (taxonomy `serviceCategories`).',
  })
  category?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the area (taxonomy `serviceAreas`); an area holds several categories.',
  })
  area?: string;

  @Field(() => String, { nullable: true, description: 'Code of what it costs (taxonomy `costKinds`).' })
  cost?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of people it is meant for (taxonomy `audiences`).',
  })
  audience?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a place it is given in (see `places`); places inside it count too.',
  })
  place?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'ISO 3166-1 alpha-2 code of the country of one of its places (taxonomy `countries`); a service without a place is in none.',
  })
  country?: string;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47 code of a language it names (taxonomy `languages`).',
  })
  language?: string;

  @Field(() => ID, { nullable: true, description: 'Id of an organisation that it refers people to.' })
  referralTo?: string;
}

/** Arguments of every list of services. */
@ArgsType()
export class ServiceListArguments extends PageArguments {
  @Field(() => ServiceFilter, filterArgument)
  filter?: ServiceFilter;

  @Field(() => ServiceOrder, { defaultValue: ServiceOrder.NAME, description: 'In which order.' })
  orderBy: ServiceOrder = ServiceOrder.NAME;
}
