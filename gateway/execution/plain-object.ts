/** An object as JSON makes it. Which fields it has is written by clients, as aliases: none of their names may mean more. */
export type PlainObject = Record<string, unknown>;

export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of its own; one called `constructor` that is not there is undefined. */
export function read(object: PlainObject, name: string): unknown {
  return name in Object.prototype && !Object.hasOwn(object, name) ? undefined : object[name];
}

/** Sets a field of its own, also one called `__proto__`. */
export function write(object: PlainObject, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
