import { getNamedType } from 'graphql';
import { type IdKind, idPrefixes } from '../../shared/schema/type-id';
import type { Reply } from '../canary/ask';
import { viewerFor } from '../canary/world/may-see';
import { organizations } from '../canary/world/organizations';
import type { Actor } from '../canary/world/people';
import type { PlantedRow, World } from '../canary/world/world';
import { rightOfField } from '../testkit/field-groups';
import { mayReach, needsSecondFactor } from '../testkit/field-oracle';
import { inputFor, kindOf, type MutationInput, mutationInputs } from '../testkit/mutation-inputs';
import { permits } from '../testkit/permission-oracle';
import { mutationText } from '../testkit/schema-arguments';
import { conditionsOf, levelsOf, personalGroups } from '../testkit/table-conditions';

/** A mutation that somebody tries, with ids of rows of one organisation. */
export interface Attempt {
  readonly key: string;
  readonly right: string;
  readonly actor: Actor;
  readonly query: string;
  readonly variables: object;
  /** The row that it names first; null where it names none. */
  readonly of: PlantedRow | null;
}

export type Outcome = 'FORBIDDEN' | 'SECOND_FACTOR_REQUIRED' | 'fault' | 'let through' | 'done';

/** The mutation as the actor tries it: with their own rows and another organisation's, or once where it names none. */
export function attemptsOf(name: string, actor: Actor, { rows }: World): Attempt[] {
  const right = rightOfField('Mutation', name, false)!;
  const attempt = (variables: object, of: PlantedRow | null): Attempt => ({
    key: `${actor.name} of ${of?.values.id ?? 'nothing'}`,
    right,
    actor,
    query: mutationText(name, 'userErrors { code }'),
    variables,
    of,
  });
  const input = mutationInputs().find(({ field }) => field === name);
  if (!input) return [attempt({}, null)];
  const ids = idFields(input);
  const account = rows.find(
    ({ table, values }) => table.endsWith('.account') && values.person_id === actor.person,
  );
  // Everybody signs in as themselves: the password of the world is the one that inputs have.
  const isSigningIn = ['email', 'password'].every((one) => one in input.type.getFields());
  const own = account && isSigningIn ? { email: account.values.email } : {};
  if (ids.length === 0) return [attempt({ input: inputFor(input, own) }, null)];
  const ofKind = (kind: IdKind) => rows.filter((row) => isOfKind(row, kind));
  const attemptWith = (first: PlantedRow): Attempt => {
    const owner = first.values.organization_id;
    const given = ids.flatMap(({ name: field, kind }, n) => {
      const row = n === 0 ? first : middle(ofKind(kind).filter((one) => isOf(one, owner)));
      return row ? [[field, row.values.id]] : [];
    });
    return attempt({ input: inputFor(input, Object.fromEntries(given)) }, first);
  };
  const all = ofKind(ids[0]!.kind);
  const attempts = ownersFor(actor).flatMap((owner) => {
    const first = middle(all.filter((row) => isOf(row, owner)));
    return first ? [attemptWith(first)] : [];
  });
  // Whom shield stops it stops before any row is looked for.
  return attempts.slice(0, isLetThrough(actor, right) ? 2 : 1);
}

function ownersFor({ organization }: Actor): string[] {
  const names = Object.keys(organizations) as (keyof typeof organizations)[];
  const others = names.filter((name) => name !== organization);
  // By turns, so that all organisations are somebody's others.
  const turn = organization ? names.indexOf(organization) % others.length : 0;
  const inTurn = [...others.slice(turn), ...others.slice(0, turn)];
  return [...(organization ? [organization] : []), ...inTurn].map((name) => organizations[name]);
}

export function outcomeOf({ codes, text }: Reply): Outcome {
  if (codes.includes('INTERNAL_SERVER_ERROR')) return 'fault';
  const refusal = codes.find((code) => code === 'FORBIDDEN' || code === 'SECOND_FACTOR_REQUIRED');
  if (refusal) return refusal as Outcome;
  return text.includes('"userErrors":[]') ? 'done' : 'let through';
}

/**
 * What the specification has against the outcome. That it permits something does not say that there is anything to do:
 * what could be done in peace must be possible still, and what shield let through.
 */
export function wrongOutcome(
  attempt: Attempt,
  outcome: Outcome,
  inPeace: Outcome | undefined,
): string | null {
  const { actor, right } = attempt;
  if (outcome === 'fault') return 'met a fault';
  const [group = '', operation = 'r'] = right.split(':');
  const may = mayReach(group, operation, viewerFor(actor, group));
  if (!may && outcome !== 'FORBIDDEN') return `is not refused: ${outcome}`;
  if (may && isUnproved(actor, right) && !['FORBIDDEN', 'SECOND_FACTOR_REQUIRED'].includes(outcome))
    return 'is asked for no second factor';
  if (outcome === 'done' && !isPermitted(attempt)) return 'did what is not theirs to do';
  if (inPeace === 'done' && outcome !== 'done') return `could not do it: ${outcome}`;
  if (inPeace === 'let through' && may && /[A-Z]/.test(outcome)) return `is stopped: ${outcome}`;
  return null;
}

const isLetThrough = (actor: Actor, right: string) => {
  const [group = '', operation = 'r'] = right.split(':');
  return mayReach(group, operation, viewerFor(actor, group)) && !isUnproved(actor, right);
};

function isUnproved({ person, secondFactor }: Actor, right: string): boolean {
  const [group = '', operation = 'r'] = right.split(':');
  return person !== null && !secondFactor && needsSecondFactor(group, operation);
}

/** Whether the specification lets the actor do it to the row that it names. A row that is made is another one. */
function isPermitted({ actor, right, of }: Attempt): boolean {
  const [group = '', operation = 'r'] = right.split(':');
  // What a mutation does to rows of other groups is for the rules of those.
  if (of === null || of.group !== group || operation === 'c') return true;
  const viewer = viewerFor(actor, group);
  const row = of.values as Readonly<Record<string, string | null>>;
  return permits(group, operation, viewer, {
    organization: personalGroups.has(group) ? null : (row.organization_id ?? null),
    ...levelsOf(row),
    // Whether a second person approves is said by how the row came to be, not by the row.
    holds: [...conditionsOf(of.table, row, viewer), 'T'],
  });
}

function idFields({ field, type }: MutationInput) {
  return Object.values(type.getFields()).flatMap((input) => {
    if (getNamedType(input.type).name !== 'ID' || String(input.type).startsWith('[')) return [];
    return [{ name: input.name, kind: kindOf(field, input.name) }];
  });
}

const isOfKind = ({ group, values: { id } }: PlantedRow, kind: IdKind) =>
  group !== null && typeof id === 'string' && id.startsWith(`${idPrefixes[kind]}_`);

const isOf = ({ values }: PlantedRow, owner: unknown) =>
  values.organization_id === owner || values.id === owner;

/** They are planted from private ones to public ones. */
const middle = (rows: readonly PlantedRow[]): PlantedRow | undefined => rows[rows.length >> 1];
