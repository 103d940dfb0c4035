import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';

/** By a field that its own subgraph alone can answer, and always does, an entity proves that it is there for the viewer. */
export interface Witness {
  readonly field: string;
  /** Whether the field has fields of its own. */
  readonly isObject: boolean;
}

/**
 * Fields that may answer with an entity of which the subgraph that answers knows no more than the key: it cannot say
 * whether the viewer may see it. By type and field, `Event.venue`, each with the witness of the entity.
 */
export function pointerFields(supergraphSdl: string): ReadonlyMap<string, Witness> {
  const types = parse(supergraphSdl, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const names = new Set(types.map(({ name }) => name.value));
  const homes = new Map(types.flatMap((type) => homeOf(type, names)));
  const pointers = new Map<string, Witness>();
  for (const type of types) {
    for (const field of type.fields ?? []) {
      const home = homes.get(namedType(field.type));
      if (home && graphsOf(type, field).some((graph) => graph !== home.graph)) {
        pointers.set(`${type.name.value}.${field.name.value}`, home.witness);
      }
    }
  }
  return pointers;
}

interface Home {
  readonly graph: string;
  readonly witness: Witness;
}

/** The subgraph that keeps an entity, if one does: the one which alone has a field of it that is never null. */
function homeOf(type: ObjectTypeDefinitionNode, objects: ReadonlySet<string>): [string, Home][] {
  if (!joins(type.directives, 'join__type').some((join) => argument(join, 'key') !== null)) return [];
  const fields = (type.fields ?? []).filter(
    (field) =>
      field.type.kind === Kind.NON_NULL_TYPE &&
      field.arguments?.every(({ type: needed }) => needed.kind !== Kind.NON_NULL_TYPE) &&
      !field.directives?.some(({ name }) => name.value === 'inaccessible') &&
      graphsOf(type, field).length === 1,
  );
  const field = fields.find(({ name }) => name.value === 'id') ?? fields[0];
  if (!field) return [];
  const isObject = objects.has(namedType(field.type));
  return [
    [type.name.value, { graph: graphsOf(type, field)[0]!, witness: { field: field.name.value, isObject } }],
  ];
}

/** The subgraphs that answer a field: those it is joined to, or all that have its type. */
function graphsOf(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): string[] {
  const joined = joins(field.directives, 'join__field').filter((join) => argument(join, 'graph') !== null);
  const from = joined.length > 0 ? joined : joins(type.directives, 'join__type');
  return from.filter((join) => argument(join, 'external') !== 'true').map((join) => argument(join, 'graph')!);
}

const joins = (directives: readonly ConstDirectiveNode[] = [], name: string) =>
  directives.filter((directive) => directive.name.value === name);

function argument(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((given) => given.name.value === name)?.value;
  return value && 'value' in value ? `${value.value}` : null;
}

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
