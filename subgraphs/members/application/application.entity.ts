import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

export enum ApplicationStatus {
  APPLIED = 'APPLIED',
  UNDER_REVIEW = 'UNDER_REVIEW',
  ADMITTED = 'ADMITTED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description: 'Where an application to join is.',
  valuesConfig: {
    APPLIED: { description: 'It waits for the coalition’s staff, and can still be changed.' },
    UNDER_REVIEW: { description: 'Staff look at it; it can be withdrawn.' },
    ADMITTED: { description: 'The organisation is a member.' },
    REJECTED: { description: 'Staff turned it down.' },
    WITHDRAWN: { description: 'Whoever applied took it back.' },
  },
});

@ObjectType('MembershipApplication', {
  description:
    'An application to join the coalition. Whoever holds its private link sees it, the coalition’s staff, and once admitted the organisation’s own people.',
})
@Entity({ schema: 'members', name: 'application' })
export class Application {
  /** The organisation that it would be, or the directory entry that it says it is. */
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `apl`.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => ApplicationStatus, { description: 'Where it is.' })
  @Column('text')
  status!: ApplicationStatus;

  @Field({ description: 'Whether the organisation stands in the directory already, as it says.' })
  @Column('boolean', { name: 'is_entry' })
  isEntry!: boolean;

  @Field(() => LocalizedText, { description: 'The organisation’s name.' })
  @Column('jsonb')
  name!: Translations;

  @Column('text')
  kind!: string;

  @Column('text')
  country!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  @Field(() => LocalizedText, { description: 'What it is, in a sentence.' })
  @Column('jsonb')
  description!: Translations;

  @Field({ description: 'Whom to talk to.' })
  @Column('text', { name: 'contact_name' })
  contactName!: string;

  @Field({ description: 'Their e-mail address.' })
  @Column('text', { name: 'contact_email' })
  contactEmail!: string;

  @Field({ description: 'Why it wants to join.' })
  @Column('text')
  reason!: string;

  @Column('text', { name: 'link_key' })
  linkKey!: string;

  @Field(() => Date, { description: 'When it was made.' })
  @Column('timestamptz', { name: 'applied_at' })
  appliedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was admitted, turned down or taken back.' })
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was turned down.' })
  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;
}
