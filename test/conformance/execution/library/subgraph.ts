import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';

export interface LibrarySubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

export function librarySubgraph(name: string, body: string, resolvers: object): LibrarySubgraph {
  const imports = '"@key", "@shareable", "@external", "@requires", "@interfaceObject", "@inaccessible"';
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n${body}`;
  return {
    name,
    sdl,
    schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]),
  };
}

/** What happens to an entity follows from the number in its id, so whoever asks gets the same. */
export interface Keyed {
  readonly id: string;
}

export interface Page {
  readonly first: number;
}

export const numberOf = ({ id }: Keyed): number => Number(id.slice(1));

/** Null for every so manieth entity. */
export const nullFor = <Value>(every: number, given: Keyed, value: Value): Value | null =>
  numberOf(given) % every === 1 ? null : value;

/** @throws for every so manieth entity */
export function failsFor<Value>(every: number, given: Keyed, value: Value): Value {
  if (numberOf(given) % every !== 2) return value;
  throw new GraphQLError(`no answer for ${given.id}`, { extensions: { code: 'NOT_FOUND', about: given.id } });
}

export const many = <Made>(count: number, make: (place: number) => Made): Made[] =>
  Array.from({ length: count }, (_, place) => make(place));

export const reader = (place: number) => ({ __typename: 'Reader', id: `r${place % 7}` });

export const work = (place: number) =>
  place % 2 ? { __typename: 'Book', id: `b${place % 9}` } : { __typename: 'Song', id: `s${place % 8}` };
