import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';
import type { Shape } from './shape';

/**
 * Lets a value through if it is one of its type. A subgraph has serialized it, but may know values that clients do not,
 * or be in disorder.
 */
export function leafShape(type: GraphQLLeafType): Shape {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => (values.has(value) ? value : null);
  }
  return builtIn[type.name] ?? anything;
}

const builtIn: Readonly<Record<string, Shape>> = {
  [GraphQLString.name]: (value) => (typeof value === 'string' ? value : null),
  [GraphQLID.name]: (value) => (typeof value === 'string' || Number.isInteger(value) ? value : null),
  [GraphQLBoolean.name]: (value) => (typeof value === 'boolean' ? value : null),
  [GraphQLInt.name]: (value) => (Number.isInteger(value) ? value : null),
  [GraphQLFloat.name]: (value) => (Number.isFinite(value) ? value : null),
};

const anything: Shape = (value) => value ?? null;
