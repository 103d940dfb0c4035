import { isPlainObject, type PlainObject, read, write } from '../plain-object';

/**
 * Adds to an object what another subgraph says of the same one. Nothing is copied: what the object did not have becomes
 * part of it as it is, and may be part of others that were asked for in the same words. They are the same entity, so
 * what is added later through one of them is true of all.
 */
export function mergeInto(target: PlainObject, source: PlainObject): void {
  if (target === source) return;
  for (const name in source) {
    const added = source[name];
    if (added === undefined) continue;
    const known = read(target, name);
    if (typeof added !== 'object' || added === null || !mergeKnown(known, added)) write(target, name, added);
  }
}

/** @returns whether the two could be made one */
function mergeKnown(known: unknown, added: object): boolean {
  if (Array.isArray(added)) return Array.isArray(known) && mergeLists(known, added);
  if (!isPlainObject(known)) return false;
  mergeInto(known, added as PlainObject);
  return true;
}

/** Lists are one if they are of the same length: place by place. */
function mergeLists(known: unknown[], added: readonly unknown[]): boolean {
  if (known.length !== added.length) return false;
  for (let place = 0; place < added.length; place++) {
    const element = added[place];
    if (typeof element === 'object' && element !== null && mergeKnown(known[place], element)) continue;
    known[place] = element;
  }
  return true;
}
