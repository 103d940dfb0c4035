import {
  failsFor,
  type Keyed,
  librarySubgraph,
  many,
  nullFor,
  numberOf,
  type Page,
  reader,
  work,
} from './subgraph';

const sdl = `
type Query {
  readers(first: Int = 4): [Reader!]
  reader(id: ID!): Reader
  report(year: Int): Report @shareable
}
type Mutation {
  register(id: ID!): Reader
  count: Int!
}
type Reader @key(fields: "id") {
  id: ID!
  name: String
  rank: Int! @shareable
  kind: Kind
  address: Address
  friends: [Reader]
  favourites: [Item]
}
enum Kind { CHILD ADULT SECRET @inaccessible }
type Address @shareable { street: String! city: City }
type City { name: String! lines: [[Int]!] }
type Report @key(fields: "id") { id: ID! readers: Int }
union Item = Book | Song
type Book @key(fields: "id", resolvable: false) { id: ID! weight: Int @shareable }
type Song @key(fields: "id", resolvable: false) { id: ID! }`;

export const readers = librarySubgraph('readers', sdl, {
  Query: {
    readers: (_: unknown, { first }: Page) => many(first, reader),
    reader: (_: unknown, { id }: Keyed) => ({ id }),
    report: () => ({ id: 'y1', readers: 7 }),
  },
  Mutation: { register: (_: unknown, { id }: Keyed) => ({ id }), count: () => 3 },
  Reader: {
    // Asynchronous on purpose: what a reference resolver throws synchronously costs all of `_entities`.
    __resolveReference: async (given: Keyed) => failsFor(5, given, given),
    name: (given: Keyed) => nullFor(5, given, `name ${given.id}`),
    rank: (given: Keyed) => numberOf(given),
    kind: (given: Keyed) => ['CHILD', 'ADULT', 'SECRET'][numberOf(given) % 3],
    address: (given: Keyed) => ({ id: given.id }),
    friends: (given: Keyed) =>
      many(numberOf(given) % 4, (place) => (place === 1 ? null : reader(place + numberOf(given)))),
    favourites: (given: Keyed) => many(numberOf(given) % 5, (place) => work(place + numberOf(given))),
  },
  // Never zero, which the stock gateway loses when it puts a field back under its name.
  Book: { weight: (given: Keyed) => numberOf(given) + 1 },
  Address: {
    street: (given: Keyed) => nullFor(4, given, `street of ${given.id}`),
    city: (given: Keyed) => ({ id: given.id }),
  },
  City: {
    name: (given: Keyed) => failsFor(6, given, `city of ${given.id}`),
    lines: (given: Keyed) => [[1, null, numberOf(given)], [], numberOf(given) % 2 ? [2] : null],
  },
});
