import {
  failsFor,
  type Keyed,
  librarySubgraph,
  many,
  nullFor,
  numberOf,
  type Page,
  reader,
} from './subgraph';

const sdl = `
type Query {
  opinions(first: Int = 3): [Opinion!]!
  report(year: Int): Report @shareable
}
type Opinion { text: String! by: Reader about: Work }
type Work @key(fields: "id") @interfaceObject { id: ID! stars: Int opinions(first: Int = 2): [Opinion!] }
type Reader @key(fields: "id") {
  id: ID!
  name: String @external
  address: Address @external
  rank: Int! @shareable
  greeting: String @requires(fields: "name address { street }")
  opinions: [Opinion]
}
type Address @shareable { street: String! }
type Report @key(fields: "id") { id: ID! opinions: Int }`;

const opinion = (place: number) => ({ id: `o${place}` });

interface Known extends Keyed {
  readonly name?: string | null;
  readonly address?: { readonly street?: string } | null;
}

export const opinions = librarySubgraph('opinions', sdl, {
  Query: {
    opinions: (_: unknown, { first }: Page) => many(first, opinion),
    report: () => ({ id: 'y1', opinions: 2 }),
  },
  Opinion: {
    text: (given: Keyed) => nullFor(9, given, `opinion ${given.id}`),
    by: (given: Keyed) => reader(numberOf(given)),
    about: (given: Keyed) => ({ id: numberOf(given) % 2 ? `b${numberOf(given)}` : `s${numberOf(given)}` }),
  },
  Work: {
    __resolveReference: async (given: Keyed) => nullFor(9, given, given),
    stars: (given: Keyed) => failsFor(4, given, numberOf(given)),
    opinions: (given: Keyed, { first }: Page) => many(first, (place) => opinion(place + numberOf(given))),
  },
  Reader: {
    __resolveReference: async (given: Known) => given,
    rank: (given: Keyed) => numberOf(given),
    greeting: (given: Known) => `Hello ${given.name} of ${given.address?.street}`,
    opinions: (given: Keyed) => many(2, (place) => (place ? opinion(numberOf(given)) : null)),
  },
});
