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
  works(first: Int = 5): [Work]
  shelves: [[Work!]]
  anything(first: Int = 5): [Item!]
  song(id: ID!): Song
  report(year: Int): Report @shareable
}
interface Work @key(fields: "id") { id: ID! title: String author: Reader }
type Book implements Work @key(fields: "id") {
  id: ID!
  title: String
  author: Reader
  pages: Int
  weight: Int! @shareable
  size: Size
  other: Work
  parts: [Part!]
}
type Song implements Work @key(fields: "id") {
  id: ID!
  title: String
  author: Reader
  length: Float
  weight: Int
  parts: [Part]
}
type Part { title: String! item: Item }
type Size { width: Int height: Int }
union Item = Book | Song
type Reader @key(fields: "id", resolvable: false) { id: ID! }
type Report @key(fields: "id") { id: ID! works: Int }`;

const parts = (given: Keyed) => many(3, (place) => ({ id: `x${place + numberOf(given)}` }));

export const works = librarySubgraph('works', sdl, {
  Query: {
    works: (_: unknown, { first }: Page) => many(first, (place) => (place === 3 ? null : work(place))),
    shelves: () => [many(3, work), null, [], many(2, (place) => work(place + 3))],
    anything: (_: unknown, { first }: Page) => many(first, (place) => work(place * 3)),
    song: (_: unknown, { id }: Keyed) => ({ id }),
    report: () => null,
  },
  Book: {
    __resolveReference: async (given: Keyed) => failsFor(7, given, given),
    title: (given: Keyed) => `title ${given.id}`,
    author: (given: Keyed) => nullFor(3, given, reader(numberOf(given))),
    pages: (given: Keyed) => failsFor(5, given, numberOf(given) * 10),
    size: (given: Keyed) => nullFor(4, given, { width: numberOf(given), height: 2 }),
    weight: (given: Keyed) => numberOf(given) + 1,
    other: (given: Keyed) => work(numberOf(given) + 1),
    parts,
  },
  Song: {
    __resolveReference: (given: Keyed) => nullFor(6, given, given),
    title: (given: Keyed) => nullFor(4, given, `song ${given.id}`),
    author: (given: Keyed) => reader(numberOf(given) + 1),
    length: (given: Keyed) => numberOf(given) / 2,
    weight: () => 5,
    parts,
  },
  Part: {
    title: (given: Keyed) => nullFor(4, given, `part ${given.id}`),
    item: (given: Keyed) => work(numberOf(given)),
  },
});
