import { parse } from 'graphql';
import { composeSupergraph } from '../../../gateway/supergraph/compose';
import { ours } from './gateways';
import { type Keyed, librarySubgraph } from './library/subgraph';

/** Venues are kept by `places`, which shows no hidden one and fails for a broken one; `events` points at them all. */
const places = librarySubgraph(
  'places',
  `type Query { venue(id: ID!): Venue }
   type Venue @key(fields: "id") { id: ID! name: Name! note: String }
   type Name { value: String }`,
  {
    Query: { venue: (_: unknown, { id }: Keyed) => ({ id }) },
    Venue: {
      __resolveReference: async ({ id }: Keyed) => {
        if (id === 'broken') throw new Error('no such row');
        return id === 'hidden' ? null : { id, name: { value: `name ${id}` }, note: `note ${id}` };
      },
    },
  },
);

const events = librarySubgraph(
  'events',
  `type Query { pair: Event trip(stops: [ID]!): Event }
   type Event { venue: Venue stops: [Venue] }
   type Venue @key(fields: "id") { id: ID! visits: Int }`,
  {
    Query: {
      pair: () => ({ venue: { id: 'hidden' }, stops: null }),
      trip: (_: unknown, { stops }: { stops: (string | null)[] }) => ({
        venue: { id: stops[0] },
        stops: stops.map((id) => id && { id }),
      }),
    },
    Venue: { visits: () => 3 },
  },
);

const subgraphs = [places, events];
const { run } = ours(composeSupergraph(subgraphs), subgraphs);
const ask = async (query: string, stops: (string | null)[] = []) =>
  JSON.parse(JSON.stringify(await run(parse(query), { stops })));

const trip = (selection: string) => `query ($stops: [ID]!) { trip(stops: $stops) { ${selection} } }`;

describe('what the one who keeps it does not show', () => {
  test('is null where it is pointed at, whatever it was asked for', async () => {
    for (const selection of ['__typename', 'visits', 'note', 'kind: __typename visits']) {
      expect(await ask(`{ pair { venue { ${selection} } } }`)).toEqual({ data: { pair: { venue: null } } });
    }
  });

  test('has no place in a list', async () => {
    const { data } = await ask(trip('stops { visits }'), ['a', 'hidden', 'b', null, 'hidden']);
    expect(data).toEqual({ trip: { stops: [{ visits: 3 }, { visits: 3 }] } });
  });

  test('has none either where something else in the list fails, and the error counts without it', async () => {
    const { data, errors } = await ask(trip('stops { note }'), ['hidden', 'a', 'broken', 'hidden', 'broken']);
    expect(data).toEqual({ trip: { stops: [{ note: 'note a' }, null, null] } });
    expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([
      ['trip', 'stops', 1],
      ['trip', 'stops', 2],
    ]);
  });

  test('leaves no proof in what is shown', async () => {
    const { data } = await ask(trip('venue { visits } stops { isVisible: note }'), ['a']);
    expect(data).toEqual({ trip: { venue: { visits: 3 }, stops: [{ isVisible: 'note a' }] } });
  });
});
