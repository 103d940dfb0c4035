import { type GraphQLFieldResolver, GraphQLScalarType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type FieldMetadata = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];
type Parameter = NonNullable<FieldMetadata['params']>[number];
/** What stands for a parameter when the field is asked. */
type Given = (root: unknown, args: Record<string, unknown>, context: unknown, info: unknown) => unknown;

/**
 * The methods of resolver classes as graphql-js calls them. type-graphql puts a layer between the two that makes an
 * instance of the parent's class for every field of every row; rows have no methods, so that nothing is lost without it.
 * Fields whose arguments are classes keep that layer, and so do those with middleware.
 * @param classes the resolver classes of one subgraph; several subgraphs of a process may know a type by the same name
 * @returns by type and field
 */
export function directResolvers(classes: readonly unknown[]): Map<string, Map<string, Resolver>> {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const found = new Map<string, Map<string, Resolver>>();
  for (const field of fieldResolvers) {
    const resolve = classes.includes(field.target) ? directly(field) : null;
    const type = objectTypes.find(({ target }) => target === field.getObjectType?.());
    if (!resolve || !type) continue;
    found.set(type.name, (found.get(type.name) ?? new Map()).set(field.schemaName, resolve));
  }
  return found;
}

function directly({
  kind,
  target,
  methodName,
  params = [],
  middlewares = [],
  roles,
}: FieldMetadata): Resolver | null {
  if (kind !== 'external' || middlewares.length > 0 || roles) return null;
  const given = [...params].sort((one, other) => one.index - other.index).map(givenFor);
  if (!given.every((one) => one !== null)) return null;
  const instance = new (target as new () => Record<string, (...values: unknown[]) => unknown>)();
  const method = instance[methodName]!;
  const [first, second, third, ...more] = given;
  if (more.length > 0) return null;
  // Written out by length: this runs for every field of every row.
  if (!first) return () => method.call(instance);
  if (!second) return (root, args, context, info) => method.call(instance, first(root, args, context, info));
  if (!third)
    return (root, args, context, info) =>
      method.call(instance, first(root, args, context, info), second(root, args, context, info));
  return (root, args, context, info) =>
    method.call(
      instance,
      first(root, args, context, info),
      second(root, args, context, info),
      third(root, args, context, info),
    );
}

function givenFor(parameter: Parameter): Given | null {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName ? null : (root) => root;
    case 'context':
      return parameter.propertyName ? null : (_root, _args, context) => context;
    case 'arg': {
      const { name, getType } = parameter;
      return isLeaf(getType()) ? (_root, args) => args[name] : null;
    }
    default:
      return null;
  }
}

const isLeaf = (type: unknown) =>
  type === String || type === Number || type === Boolean || type instanceof GraphQLScalarType;
