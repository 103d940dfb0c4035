import { everyElement, type Path } from '../plan/places';

/**
 * Takes out of the lists of an answer with errors the places of those that are not there for the viewer: the list is
 * shorter, and errors count its places anew. Where one of them failed by itself its null stays; where nobody could be
 * asked for any, the list itself is null, or it would tell how long it is. An answer without errors has been made
 * without these places.
 * @param errors those that lead to this value, and how many of their steps have led here; rewritten in place
 */
export function withoutHiddenPlaces(value: unknown, errors: readonly Path[], steps = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return shortened(value, errors, steps);
  const fields = value as Record<string, unknown>;
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field !== 'object' || field === null) continue;
    const here = errors.filter((path) => path[steps] === name);
    fields[name] = withoutHiddenPlaces(field, here, steps + 1);
  }
  return fields;
}

function shortened(list: unknown[], errors: readonly Path[], steps: number): unknown[] | null {
  const nobodyAsked = errors.some((path) => path[steps] === everyElement && path.length === steps + 1);
  if (nobodyAsked && list.length > 0 && list.every((one) => one === null)) return null;
  const kept: unknown[] = [];
  for (const [place, one] of list.entries()) {
    const through = errors.filter((path) => path[steps] === place);
    const everywhere = errors.filter((path) => path[steps] === everyElement);
    if (one === null && through.length === 0) continue;
    kept.push(withoutHiddenPlaces(one, [...through, ...everywhere], steps + 1));
    for (const path of through) path[steps] = kept.length - 1;
  }
  return kept;
}
