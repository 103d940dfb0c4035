import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

export enum ActionCallKind {
  PETITION = 'PETITION',
  CONTACT_LEGISLATOR = 'CONTACT_LEGISLATOR',
  TESTIMONY = 'TESTIMONY',
  PLEDGE = 'PLEDGE',
}
registerEnumType(ActionCallKind, {
  name: 'ActionCallKind',
  description: 'What a call to action asks people for.',
  valuesConfig: {
    PETITION: { description: 'To sign a text together (a petition of OSDI).' },
    CONTACT_LEGISLATOR: {
      description: 'To write to legislators or call them (an advocacy campaign of OSDI).',
    },
    TESTIMONY: { description: 'To testify on a bill.' },
    PLEDGE: { description: 'To promise something.' },
  },
});

export enum ActionCallState {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(ActionCallState, {
  name: 'ActionCallState',
  description: 'Where a call to action is in its life.',
  valuesConfig: {
    DRAFT: { description: 'It is being written: for the people of its organisation alone.' },
    OPEN: { description: 'What it says stays. From its first day to its last one people can act.' },
    CLOSED: { description: 'It is over, for good.' },
  },
});

@ObjectType({
  description:
    'A call to action: what organisations of the coalition ask people to sign, to say or to promise. A draft is for its own people alone.',
})
@Entity({ schema: 'campaigns', name: 'action_call' })
export class ActionCall extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `acl`.' })
  declare id: string;

  @Column('text', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Field(() => ActionCallKind, { description: 'What it asks people for.' })
  @Column('text')
  kind!: ActionCallKind;

  @Field(() => ActionCallState, { description: 'Where it is in its life.' })
  @Column('text')
  state!: ActionCallState;

  @Field(() => LocalizedText, { description: 'Its title.' })
  @Column('jsonb')
  title!: Translations;

  @Field(() => LocalizedText, { description: 'What people put their name to.' })
  @Column('jsonb')
  text!: Translations;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'Whom it is addressed to, where that is nobody who is known here as a legislator.',
  })
  @Column('jsonb', { nullable: true })
  addressee!: Translations | null;

  @Column('text', { name: 'bill_id', nullable: true })
  billId!: string | null;

  @Column('text', { name: 'legislator_ids', array: true })
  legislatorIds!: string[];

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day on which people can act, in UTC; null for as soon as it is open.',
  })
  @Column('date', { name: 'opens_on', nullable: true })
  opensOn!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which people can act, in UTC; null for until it is closed.',
  })
  @Column('date', { name: 'closes_on', nullable: true })
  closesOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people it wants to win.' })
  @Column('integer', { nullable: true })
  goal!: number | null;

  @Field(() => Int, { description: 'Counts its changes; what mutations want to be told.' })
  @Column('integer')
  version!: number;

  /** Sealed: see `signature/call-key.ts`. There is none before it is open, and none once contacts are erased. */
  @Column('text', { name: 'contact_key', nullable: true })
  contactKey!: string | null;

  @Column('date', { name: 'contacts_until' })
  contactsUntil!: string;
}
