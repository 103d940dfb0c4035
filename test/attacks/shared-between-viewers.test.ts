import { setTimeout as wait } from 'node:timers/promises';
import { ReadSession } from '../../shared/database/read-session';
import { roles } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { memberSlugs } from '../../subgraphs/members/seed/coalition-members';
import { type Asker, bytes, startTestHub, type TestHub, transports } from '../testkit/hub';

const who = 'viewer { roles organization { slug } }';
const questions = [
  `query ($id: ID!) { ${who} organization(id: $id) { slug engagements { note { value } } } }`,
  `{ ${who} campaigns(first: 5) { totalCount nodes { title { value } organization { name { value } } events { nodes { date { start } } } } } }`,
  `{ ${who} storyProfiles(first: 3) { totalCount nodes { id } } memberships(first: 3) { nodes { status } } }`,
  `{ ${who} events(first: 4, orderBy: NAME) { totalCount nodes { name { value } coOrganizers { slug } } pageInfo { hasNextPage } } }`,
  `query ($id: ID!) { ${who} organization(id: $id) { slug sharing { campaigns { group level cap } } people(first: 5) { nodes { id } } } }`,
];
/** The same few over and over, so that anything kept between requests would be found by somebody else. */
const requests = Array.from({ length: 200 }, (_, n) => {
  const slug = memberSlugs[(n * 7) % 5]!;
  const as: Asker =
    n % 6 === 0 ? 'public' : slug === 'nair' ? 'nair:COALITION_STAFF' : `${slug}:${roles[n % 4]!}`;
  return {
    as,
    query: questions[n % questions.length]!,
    language: n % 3 === 0 ? 'ar' : 'en',
    ...(questions[n % questions.length]!.includes('$id') && {
      variables: { id: seedId('Organization', memberSlugs[(n * 3) % 5]!) },
    }),
  };
});

/** What each viewer may see is worked out in test/faults/viewers-side-by-side.test.ts; here each is compared with itself. */
describe.each(
  transports,
)('200 mixed requests at once over the %s transport, each statement late by chance', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await hub.close();
  });

  it('get what each would get alone', async () => {
    const alone = new Map<string, unknown>();
    for (const request of requests) {
      const key = JSON.stringify(request);
      if (!alone.has(key)) alone.set(key, withoutChance(await hub.ask(request.query, request)));
    }
    expect(alone.size).toBeGreaterThan(30);
    expect(new Set([...alone.values()].map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(15);

    const rows = ReadSession.prototype.rows;
    const delayed = jest.spyOn(ReadSession.prototype, 'rows').mockImplementation(async function (
      this: ReadSession,
      statement,
    ) {
      await wait(Math.random() * 15);
      return rows.call(this, statement) as never;
    });
    // In another order than alone, and as many at a time as there are connections for.
    const mixed = requests
      .map((request, n) => ({ request, order: (n * 67) % 200 }))
      .sort((a, b) => a.order - b.order);
    let compared = 0;
    const failed: string[] = [];
    for (let start = 0; start < mixed.length; start += 40) {
      await Promise.all(
        mixed.slice(start, start + 40).map(async ({ request }) => {
          const answer = await hub.ask(request.query, request);
          // A machine that is busy with something else may leave some without a connection; they are told so.
          if (/"(SUBGRAPH_|HUB_)[A-Z]+"/.test(answer.text)) return;
          compared++;
          const key = JSON.stringify(request);
          if (JSON.stringify(withoutChance(answer)) !== JSON.stringify(alone.get(key))) failed.push(key);
        }),
      );
    }
    expect(failed).toEqual([]);
    expect(compared).toBeGreaterThan(150);
    expect(delayed.mock.calls.length).toBeGreaterThan(200);
  });
});

const withoutChance = (answer: Parameters<typeof bytes>[0]) => {
  const { status, text, headers } = bytes(answer);
  return { status, text, headers };
};
