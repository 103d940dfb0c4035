import { startTestHub, type TestHub, transports } from '../testkit/hub';
import { inputFor, mutationInputs } from '../testkit/mutation-inputs';

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
];

/** Names that every object has. What they do as values is in test/e2e/bad-input.test.ts. */
describe.each(transports)('over the %s transport, a request that uses names of every object', (transport) => {
  let hub: TestHub;
  let token: string;
  beforeAll(async () => {
    hub = await startTestHub(transport);
    token = await hub.provenTokenFor('mima:ORG_ADMIN');
  });
  afterAll(() => hub.close());
  const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort());
  afterEach(() => {
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort())).toBe(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).roles).toBeUndefined();
  });

  /** As it is written: an object literal of ours would lose the name. */
  const send = async (body: string) => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    const text = await answer.text();
    return { status: answer.status, text, ...JSON.parse(text) };
  };

  it.each(names)('%s is an alias like any other', async (name) => {
    const query = `{ ${name}: viewer { ${name}: roles person: organization { ${name}: slug } } }`;
    const { status, text } = await send(JSON.stringify({ query }));
    // Two underlines are for GraphQL itself, and some servers refuse them; nobody may mistake them.
    if (status === 200)
      expect(text).toContain(`"${name}":{"${name}":["ORG_ADMIN"],"person":{"${name}":"mima"}}`);
    else expect(status).toBe(400);
    expect(text).not.toMatch(/TypeError|INTERNAL|native code/);
  });

  it.each(names)('%s is a variable like any other', async (name) => {
    const query = `query ($${name}: String) { organizations(first: 1, filter: { search: $${name} }) { totalCount } }`;
    const named = await send(`{"query":${JSON.stringify(query)},"variables":{"${name}":"zzzznothing"}}`);
    expect([named.status, named.data?.organizations.totalCount]).toEqual([200, 0]);
    const left = await send(`{"query":${JSON.stringify(query)},"variables":{}}`);
    expect(left.status).toBe(200);
    expect(left.data.organizations.totalCount).toBeGreaterThan(0);
    const more = await send(
      `{"query":"{ viewer { roles } }","variables":{"${name}":{"polluted":true,"roles":["X"]}},"extensions":{"${name}":{"polluted":true}},"${name}":{"polluted":true}}`,
    );
    expect(more.data).toEqual({ viewer: { roles: ['ORG_ADMIN'] } });
  });

  it.each(names)('%s is a field of no input', async (name) => {
    hub.statements();
    for (const mutation of mutationInputs()) {
      const input = JSON.stringify(inputFor(mutation));
      const polluted = input.replace(/^\{/, `{"${name}":{"polluted":true},`).replace(/,\}$/, '}');
      const query = `mutation ($input: ${mutation.type}!) { ${mutation.field}(input: $input) { __typename } }`;
      const { status, text } = await send(
        `{"query":${JSON.stringify(query)},"variables":{"input":${polluted}}}`,
      );
      expect({ field: mutation.field, status }).toEqual({ field: mutation.field, status: 400 });
      expect(text).not.toMatch(/TypeError|INTERNAL/);
    }
    expect(hub.statements()).toEqual([]);
  });

  it.each(names)('%s names no operation, fragment or type', async (name) => {
    const named = await send(JSON.stringify({ query: '{ __typename }', operationName: name }));
    expect(named.status).toBe(400);
    const spread = await send(JSON.stringify({ query: `{ ...${name} }` }));
    expect(spread.status).toBe(400);
    const typed = await send(JSON.stringify({ query: `{ ... on ${name} { __typename } }` }));
    expect(typed.status).toBe(400);
  });
});
