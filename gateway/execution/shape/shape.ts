import {
  type GraphQLCompositeType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Witness } from '../../supergraph/pointer-fields';
import { type PlainObject, read, write } from '../plain-object';
import { leafShape } from './leaf';
import { type Occurrence, type Selecting, type Selection, selectedFields } from './selected-fields';

/**
 * Makes what subgraphs have said into what the client asked for: undefined where it has to be null and its place does
 * not allow null, so that the object around it becomes null instead.
 */
export type Shape = (value: unknown) => unknown;

export interface Shaping extends Selecting {
  /** The name under which pointers prove that they are there; null where the operation follows none. */
  readonly proof: string | null;
  readonly witnessOf: (type: string, field: string) => Witness | undefined;
  /** Whether lists leave out what they have no object for, as if it were not there. */
  readonly leavesOut: boolean;
}

interface ShapedField {
  readonly name: string;
  readonly shape: Shape;
  /** Whether `Object.prototype` knows its name as well. */
  readonly isRisky: boolean;
}

/** The shape of the whole answer. */
export function rootShape(shaping: Shaping, root: Selection): (data: PlainObject) => PlainObject | null {
  return objectShape(shaping, root.parent, [root], undefined) as never;
}

function shapeOf(shaping: Shaping, type: GraphQLOutputType, occurrences: readonly Occurrence[]): Shape {
  if (isNonNullType(type)) {
    const nullable = shapeOf(shaping, type.ofType, occurrences);
    return (value) => nullable(value) ?? undefined;
  }
  if (isListType(type)) return listShape(shaping, shapeOf(shaping, type.ofType, occurrences));
  if (!isCompositeType(type)) return leafShape(type);
  const selections = occurrences.map(({ node }) => ({ set: node.selectionSet!, parent: type }));
  const [witness] = occurrences.flatMap(
    ({ node, parent }) => shaping.witnessOf(parent.name, node.name.value) ?? [],
  );
  return objectShape(shaping, type, selections, witness);
}

function listShape({ leavesOut }: Shaping, element: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return null;
    const list: unknown[] = [];
    for (let place = 0; place < value.length; place++) {
      const shaped = element(value[place]);
      if (shaped === undefined) return null;
      if (shaped !== null || !leavesOut) list.push(shaped);
    }
    return list;
  };
}

function objectShape(
  shaping: Shaping,
  declared: GraphQLCompositeType,
  selections: readonly Selection[],
  witness: Witness | undefined,
): Shape {
  const known = new Map<string, readonly ShapedField[]>();
  const fieldsOf = (typename: unknown): readonly ShapedField[] | undefined => {
    const name = typeof typename === 'string' ? typename : declared.name;
    const fields = known.get(name);
    if (fields) return fields;
    const type = shaping.schema.getType(name);
    if (!isCompositeType(type)) return undefined;
    const compiled = compileFields(shaping, selections, type);
    known.set(name, compiled);
    return compiled;
  };
  const isThere = witness && proves(shaping.proof, witness);
  return (value) => {
    if (typeof value !== 'object' || value === null) return null;
    const source = value as PlainObject;
    if (isThere && !isThere(source)) return null;
    const fields = fieldsOf(source.__typename);
    if (!fields) return null;
    const object: PlainObject = {};
    for (const { name, shape, isRisky } of fields) {
      const shaped = shape(isRisky ? read(source, name) : source[name]);
      if (shaped === undefined) return null;
      if (isRisky) write(object, name, shaped);
      else object[name] = shaped;
    }
    return object;
  };
}

function proves(proof: string | null, { isObject }: Witness): (source: PlainObject) => boolean {
  if (proof === null) return () => false;
  return (source) => {
    const shown = source[proof];
    return isObject ? typeof shown === 'object' && shown !== null : shown !== undefined && shown !== null;
  };
}

function compileFields(
  shaping: Shaping,
  selections: readonly Selection[],
  type: GraphQLCompositeType,
): ShapedField[] {
  return [...selectedFields(shaping, selections, type)].map(([name, occurrences]) => ({
    name,
    shape: fieldShape(shaping, type, occurrences),
    isRisky: name in Object.prototype,
  }));
}

function fieldShape(shaping: Shaping, type: GraphQLCompositeType, occurrences: readonly Occurrence[]): Shape {
  const { node, parent } = occurrences[0]!;
  const field = node.name.value;
  if (field === '__typename') return typenameShape(shaping, type);
  // What the schema says of itself comes as the client asked for it.
  if (field === '__schema' || field === '__type') return (value) => value ?? null;
  const owner = isAbstractType(type) ? parent : type;
  const definition = 'getFields' in owner ? owner.getFields()[field] : undefined;
  return definition ? shapeOf(shaping, definition.type, occurrences) : () => null;
}

/** The planner does not ask twice for the name of a type that the client has asked for under another name. */
function typenameShape({ schema }: Shaping, type: GraphQLCompositeType): Shape {
  if (isObjectType(type)) return () => type.name;
  // Without the name of an object type there is nothing true to say.
  return (value) => (typeof value === 'string' && isObjectType(schema.getType(value)) ? value : undefined);
}
