import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { type Actor, actors } from '../../../shared/permission/policy';
import { smallestShown } from '../../../shared/permission/smallest-shown';
import { PolicyVersionRow } from '../../../shared/sharing/sharing-version';

export const thresholdDescription = `Others are shown no number of its people that is smaller; ${smallestShown} or more.`;

export const aggregatesDescription =
  'Whether other members may count its people, as far as it shares them. Who signs a public call is counted for everybody while it can be signed, whatever this says.';

/** The roles that an organisation can take something from; nothing is the public's to lose. */
export enum NarrowedActor {
  ORG_ADMIN = 'ORG_ADMIN',
  CASEWORKER = 'CASEWORKER',
  CAMPAIGNER = 'CAMPAIGNER',
  VIEWER = 'VIEWER',
  COALITION_STAFF = 'COALITION_STAFF',
  TOOL = 'TOOL',
}
registerEnumType(NarrowedActor, {
  name: 'NarrowedActor',
  description: 'A role, or tools that act by an API key.',
});

@ObjectType({
  description: 'What a role may not do in its organisation, although the coalition’s rules allow it.',
})
@InputType('NarrowingInput', { description: 'What a role is not to do.' })
export class Narrowing {
  @Field(() => NarrowedActor, { description: 'The role, or TOOL.' })
  role!: NarrowedActor;

  @Field({ description: 'The permission group, such as `campaign.internal`.' })
  group!: string;

  @Field(() => [String], {
    description:
      'Letters of what it may not do there: `r` read, `c` create, `u` update, `d` delete, `x` export, `s` change the sharing level, `n` aggregate, `e` erase, `q` query.',
  })
  operations!: string[];
}

/** What an organisation decides about its people, its tools and its part in statistics. */
@ObjectType({ description: 'One version of an organisation’s policy.' })
@Entity({ schema: 'members', name: 'org_policy' })
export class OrgPolicyVersion extends PolicyVersionRow {
  /** `ROLE:group:operation`. */
  @Column('text', { array: true, name: 'narrowed' })
  narrowedRights!: string[];

  @Field(() => [ID], { nullable: true, description: 'The API clients that may act for it; null for all.' })
  @Column('text', { array: true, name: 'allowed_tools', nullable: true })
  allowedTools!: string[] | null;

  @Field(() => Int, { description: thresholdDescription })
  @Column('integer', { name: 'suppression_threshold' })
  suppressionThreshold!: number;

  @Field({ description: aggregatesDescription })
  @Column('boolean', { name: 'in_aggregates' })
  inAggregates!: boolean;

  @Field({ description: 'Whether it takes part in conflict checks across organisations.' })
  @Column('boolean', { name: 'in_conflict_checks' })
  inConflictChecks!: boolean;
}

/** What a policy says, in whatever version. */
export type OrgPolicyContent = Pick<
  OrgPolicyVersion,
  'narrowedRights' | 'allowedTools' | 'suppressionThreshold' | 'inAggregates' | 'inConflictChecks'
>;

/** What counts for an organisation that has decided nothing: it takes part in nothing, and takes nothing away. */
export const undecided: OrgPolicyContent = {
  narrowedRights: [],
  allowedTools: null,
  suppressionThreshold: smallestShown,
  inAggregates: false,
  inConflictChecks: false,
};

/** `ROLE:group:operation` as one entry for each role and group. */
export function asNarrowings(rights: readonly string[]): Narrowing[] {
  const found = new Map<string, Narrowing>();
  for (const right of rights) {
    const [role, group, operation] = right.split(':') as [NarrowedActor, string, string];
    const narrowing = found.get(`${role}:${group}`) ?? { role, group, operations: [] };
    narrowing.operations.push(operation);
    found.set(`${role}:${group}`, narrowing);
  }
  return [...found.values()].sort(
    (a, b) =>
      actors.indexOf(a.role as Actor) - actors.indexOf(b.role as Actor) || (a.group < b.group ? -1 : 1),
  );
}
