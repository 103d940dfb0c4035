import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EntityReference } from '../../../shared/schema/entity-stub';
import type { TermRecord } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Organization } from '../stubs';

/** What campaigns are counted by. */
export enum CampaignGrouping {
  COUNTRY = 'COUNTRY',
  KIND = 'KIND',
  ORGANIZATION = 'ORGANIZATION',
  THEME = 'THEME',
  SDG_TARGET = 'SDG_TARGET',
  AUDIENCE = 'AUDIENCE',
  PLACE = 'PLACE',
  GOVERNMENT_LEVEL = 'GOVERNMENT_LEVEL',
}
registerEnumType(CampaignGrouping, {
  name: 'CampaignGrouping',
  description:
    'What campaigns are counted by. A campaign with several themes, targets, audiences, places or levels counts under each, so those counts add up to more than the campaigns.',
});

@ObjectType({ description: 'How many campaigns share one country, kind, lead, theme …' })
export class CampaignCount {
  @Field(() => Term, {
    nullable: true,
    description: 'What they share; null for campaigns that have none, and when counting by `ORGANIZATION`.',
  })
  term!: TermRecord | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'Who leads them, when counting by `ORGANIZATION`; else null.',
  })
  organization!: EntityReference | null;

  @Field(() => Int, { description: 'How many campaigns you may see.' })
  count!: number;
}
