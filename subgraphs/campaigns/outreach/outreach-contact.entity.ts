import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

export enum OutreachChannel {
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  IN_PERSON = 'IN_PERSON',
  POST = 'POST',
}
registerEnumType(OutreachChannel, {
  name: 'OutreachChannel',
  description: 'By what way one was in contact.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    PHONE: { description: 'By telephone.' },
    IN_PERSON: { description: 'In person.' },
    POST: { description: 'By letter.' },
  },
});

@ObjectType({
  description:
    'That somebody of an organisation was in contact with somebody outside, for a campaign, a bill or with a legislator. For the people of the organisation who campaign, and nobody else.',
})
@Entity({ schema: 'campaigns', name: 'outreach_contact' })
export class OutreachContact extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `otc`.' })
  declare id: string;

  @Field(() => OutreachChannel, { description: 'By what way.' })
  @Column('text')
  channel!: OutreachChannel;

  @Field(() => GraphQLLocalDate, { description: 'The day.' })
  @Column('date', { name: 'contacted_on' })
  contactedOn!: string;

  @Field(() => LocalizedText, { description: 'With whom, in words.' })
  @Column('jsonb', { name: 'with_whom' })
  withWhom!: Translations;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47 tag of the language that was spoken or written.',
  })
  @Column('text', { nullable: true })
  language!: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What came of it.' })
  @Column('jsonb', { nullable: true })
  outcome!: Translations | null;

  @Column('text', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column('text', { name: 'bill_id', nullable: true })
  billId!: string | null;

  @Column('text', { name: 'legislator_id', nullable: true })
  legislatorId!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was put away.' })
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; what `outreachContactUpdate` wants to be told.' })
  @Column('integer')
  version!: number;
}
