import { startTestHub, type TestHub, transports } from '../testkit/hub';

/** Requests that pass every static limit and still would have cost minutes, gigabytes or the whole hub. */
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  it('refuses lists nested in lists once they come to too many rows', async () => {
    const level = (inner: string) => `events(first: 100) { nodes { organizer { ${inner} } } }`;
    const { data, errors, text } = await hub.ask(
      `{ ${level(level(level('events(first: 100) { nodes { slug } }')))} }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(data).toBeUndefined();
    expect(text.length).toBeLessThan(1_000);
  });

  it('still gives a page of a hundred with two hops', async () => {
    const query =
      '{ organizations(first: 100) { nodes { events(first: 100) { nodes { organizer { name { value } } } } } } }';
    const { errors } = await hub.ask(query);
    expect(errors).toBeUndefined();
  });

  it('folds no search text of unreasonable length', async () => {
    const query = 'query ($s: String) { organizations(filter: { search: $s }) { totalCount } }';
    const { errors } = await hub.ask(query, { variables: { s: '\u0344\u0315\u0300'.repeat(100_000) } });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }]);
  });

  it('complains about a wrong list once, not once per element', async () => {
    const query = 'query ($s: [String!]) { campaigns(filter: { sdgTargets: $s }) { totalCount } }';
    const { errors, text } = await hub.ask(query, { variables: { s: Array(100).fill(1) } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(text.length).toBeLessThan(1_000);
  });

  it('takes a language tag of any length for an unknown one', async () => {
    const query =
      'query ($l: String) { organizations(first: 1) { nodes { name { isFallback(language: $l) } } } }';
    const { data } = await hub.ask(query, { variables: { l: 'a-'.repeat(200_000) } });
    expect(data.organizations.nodes).toEqual([{ name: { isFallback: true } }]);
  });

  it('says nothing of what was typed, neither in the answer nor in its detail', async () => {
    const query = 'query ($d: LocalDate) { events(filter: { period: { start: $d } }) { totalCount } }';
    for (const d of ['CONFIDENTIAL', '0000-01-01', '2024-02-30']) {
      const { errors, text } = await hub.ask(query, { variables: { d } });
      expect(['BAD_USER_INPUT', 'INVALID_ARGUMENT']).toContain(errors?.[0].extensions.code);
      expect(text).not.toContain(d);
    }
  });
});
