import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum ChangeKind {
  CHANGED = 'CHANGED',
  STATUS_CHANGED = 'STATUS_CHANGED',
  ACTIVITY_ADDED = 'ACTIVITY_ADDED',
  ACTIVITY_CHANGED = 'ACTIVITY_CHANGED',
}
registerEnumType(ChangeKind, {
  name: 'FollowedChangeKind',
  description: 'What kind of change it was. What is so now is for the subject to say.',
  valuesConfig: {
    CHANGED: { description: 'What is said of it; of a bill also its actions, votes and texts.' },
    STATUS_CHANGED: { description: 'A campaign was planned, activated, paused, completed or cancelled.' },
    ACTIVITY_ADDED: { description: 'An activity came to a campaign.' },
    ACTIVITY_CHANGED: { description: 'An activity of a campaign was changed or put away.' },
  },
});

/** One change, as it stands in the outbox. */
export interface ChangeRow {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly at: Date;
  readonly subjectId: string;
  /** Where it stands among all changes: numbers, too large for JavaScript's own. */
  readonly horizon: string;
  readonly sequence: string;
}

@ObjectType({
  description:
    'That something about what one follows has changed, without what: the subject says it, to whoever may see it.',
})
export class FollowedChange {
  @Field(() => ID, {
    description:
      'TypeID with the prefix `chg`. The same again is the same change: told twice, where somebody read and did not acknowledge.',
  })
  id!: string;

  @Field(() => ChangeKind, { description: 'What kind of change.' })
  kind!: ChangeKind;

  @Field(() => Date, { description: 'When it was made.' })
  at!: Date;
}
