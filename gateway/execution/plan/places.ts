import { isPlainObject, type PlainObject, read } from '../plain-object';

/** Names of fields from the root of the answer, and `@` for every element of a list. */
export type PlanPath = readonly string[];
/** The same with the elements counted. */
export type Path = (string | number)[];

export const everyElement = '@';

/** The objects that stand at a path, in the order of the answer. */
export function objectsAt(data: unknown, path: PlanPath): PlainObject[] {
  const found: PlainObject[] = [];
  visitAt(data, path, 0, (object) => found.push(object));
  return found;
}

/** The path of each of them: errors alone need it, so nobody writes it down before. */
export function pathsAt(data: unknown, path: PlanPath): Path[] {
  const found: Path[] = [];
  const trail: Path = [];
  visitAt(data, path, 0, () => found.push([...trail]), trail);
  return found;
}

function visitAt(
  value: unknown,
  path: PlanPath,
  step: number,
  visit: (object: PlainObject) => void,
  trail?: Path,
): void {
  if (typeof value !== 'object' || value === null) return;
  const next = path[step];
  if (Array.isArray(value)) {
    const through = next === everyElement ? step + 1 : step;
    for (let place = 0; place < value.length; place++) {
      trail?.push(place);
      visitAt(value[place], path, through, visit, trail);
      trail?.pop();
    }
  } else if (next === undefined) {
    visit(value as PlainObject);
  } else if (isPlainObject(value)) {
    trail?.push(next);
    visitAt(read(value, next), path, step + 1, visit, trail);
    trail?.pop();
  }
}
