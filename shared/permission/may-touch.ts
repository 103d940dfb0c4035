import type { Viewer } from '../identity/viewer';
import { type Actor, actors, type Group, type Operation } from './policy';
import { cellOf, conditionsFor } from './terms';

/**
 * Whether some row of the group can be open to this viewer for the operation: a pure function of the viewer, without
 * I/O. Which rows it is in the end decides the database.
 */
export function mayTouch(name: string, group: Group, operation: Operation, viewer: Viewer): boolean {
  const termsMayHold = (actor: Actor, side: 'own' | 'others') =>
    conditionsFor(cellOf(group, actor)[side], operation).some((conditions) =>
      conditions.every((condition) => mayHold(condition, name, operation, viewer)),
    );
  // A tool has borrowed what it may: its grantor must have it still, on the same side.
  const lent = (side: 'own' | 'others') =>
    grantorsOf(name, operation, viewer).some((role) => termsMayHold(role, side));
  return actorsOf(name, group, operation, viewer).some((actor) =>
    (['own', 'others'] as const).some(
      (side) =>
        termsMayHold(actor, side) && (actor !== 'TOOL' || !isBorrowed(group, side, operation) || lent(side)),
    ),
  );
}

const isBorrowed = (group: Group, side: 'own' | 'others', operation: Operation) =>
  conditionsFor(cellOf(group, 'TOOL')[side], operation).every((conditions) => conditions.includes('K'));

const grantorsOf = (name: string, operation: Operation, { roles, narrowed }: Viewer) =>
  roles.filter((role) => !narrowed.includes(`${role}:${name}:${operation}`));

/** Everybody is also the public; what an organisation narrowed takes a role away for that operation. */
function actorsOf(name: string, group: Group, operation: Operation, viewer: Viewer): Actor[] {
  const narrowed = (actor: Actor) => viewer.narrowed.includes(`${actor}:${name}:${operation}`);
  if (viewer.tool) return narrowed('TOOL') ? ['PUBLIC'] : ['TOOL', 'PUBLIC'];
  const held = group.whileDormant ? [...viewer.roles, ...viewer.dormantRoles] : viewer.roles;
  return [...held.filter((role) => !narrowed(role)), 'PUBLIC'];
}

/** Whether a condition can hold, as far as the viewer alone tells; those on rows may hold for any viewer. */
function mayHold(condition: string, name: string, operation: Operation, viewer: Viewer): boolean {
  if (condition === 'C') return viewer.partnerships.some(({ group }) => group === name);
  if (condition === 'K') return viewer.tool?.scopes.includes(`${name}:${operation}`) ?? false;
  return true;
}

/** A group's name and operation from a key of the policy's fields: `org.public`, `user.invitation:c`. */
export function rightOf(key: string): { readonly group: string; readonly operation: Operation } {
  const [group, operation = 'r'] = key.split(':') as [string, Operation?];
  return { group, operation };
}

/** Roles whose own side, or whose side for others, allows the operation under exactly these conditions. */
export function actorsWith(
  group: Group,
  side: 'own' | 'others',
  operation: Operation,
  conditions: readonly string[],
): Actor[] {
  const wanted = [...conditions].sort().join();
  return actors.filter((actor) =>
    conditionsFor(cellOf(group, actor)[side], operation).some((found) => [...found].sort().join() === wanted),
  );
}
