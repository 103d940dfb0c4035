import type { Viewer } from '../identity/viewer';
import { type Actor, actors, type Group, type Operation } from './policy';
import { cellOf, conditionsFor } from './terms';

/**
 * Whether some row of the group can be open to this viewer for the operation: a pure function of the viewer, without
 * I/O. Which rows it is in the end decides the database.
 */
export function mayTouch(name: string, group: Group, operation: Operation, viewer: Viewer): boolean {
  const isNarrowed = (actor: Actor) => viewer.narrowed.includes(`${actor}:${name}:${operation}`);
  return (['own', 'others'] as const).some((side) => {
    const termsOf = (actor: Actor) =>
      isNarrowed(actor)
        ? []
        : conditionsFor(cellOf(group, actor)[side], operation).filter((conditions) =>
            conditions.every((condition) => mayHold(condition, name, operation, viewer)),
          );
    // What a tool has borrowed its grantor must have still, on the same side.
    const isLent = viewer.roles.some((role) => termsOf(role).length > 0);
    const byTool = () => termsOf('TOOL').some((conditions) => !conditions.includes('K') || isLent);
    return (
      termsOf('PUBLIC').length > 0 ||
      (viewer.tool ? byTool() : rolesOn(side, group, viewer).some((role) => termsOf(role).length > 0))
    );
  });
}

/** In an organisation that is no active member roles count for its own rows only, and where that is said. */
const rolesOn = (side: 'own' | 'others', group: Group, { roles, dormantRoles }: Viewer) =>
  side === 'own' && group.whileDormant ? [...roles, ...dormantRoles] : roles;

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
