import { createServer } from 'node:http';
import { type Audit, serverAudits } from 'graphql-http';
import { listen } from '../integration/gateway-testkit';
import { startTestHub, type TestHub, transports } from '../testkit/hub';

const why =
  'A request that is refused has the status of its error code whatever media type was asked for, so that proxies, ' +
  'monitoring and plain HTTP clients need not read the body. GraphQL clients take both.';

/** What the specification recommends and the hub does not do, by the name of the audit. */
const notFollowed: Readonly<Record<string, string>> = {
  'SHOULD use 200 status code on document parsing failure when accepting application/json': why,
  'SHOULD use 200 status code on document validation failure when accepting application/json': why,
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json': why,
};

/** The suite of `graphql-http`, which belongs to the specification's working group, against the server at a URL. */
function auditsOf(url: () => string): Audit[] {
  return serverAudits({
    url: () => `${url()}/graphql`,
    fetchFn: (address: string, init: RequestInit = {}) =>
      fetch(address, { ...init, headers: preflighted(init) }),
  });
}

/** The suite sends GET as a browser could from another site, and that the hub refuses; it asks about what comes after. */
function preflighted({ method = 'GET', headers = {} }: RequestInit): HeadersInit {
  return method === 'GET' ? { ...headers, 'graphql-require-preflight': 'true' } : headers;
}

let hub: TestHub;
const audits = auditsOf(() => hub.url);
const names = audits.map(({ name }) => name);

describe.each(transports)('the hub follows GraphQL over HTTP, transport %s', (transport) => {
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  test.each(audits)('$id $name', async ({ name, fn }) => {
    const result = await fn();
    const reason = result.status === 'ok' ? undefined : result.reason;
    expect({ status: result.status, reason }).toEqual(
      name in notFollowed ? { status: 'warn', reason: expect.any(String) } : { status: 'ok' },
    );
  });
});

describe('the suite', () => {
  test('is all there', () => {
    const levels = ['MUST', 'SHOULD', 'MAY'].map(
      (level) => names.filter((name) => name.startsWith(level)).length,
    );
    expect(levels).toEqual([13, 23, 25]);
    expect(names).toEqual(expect.arrayContaining(Object.keys(notFollowed)));
  });

  test('finds fault with a server that does nothing it asks for', async () => {
    const { server, url } = await listen(createServer((_request, response) => response.writeHead(304).end()));
    const results = await Promise.all(auditsOf(() => url).map(({ fn }) => fn()));
    server.closeAllConnections();
    server.close();
    expect(results.filter(({ status }) => status === 'ok')).toEqual([]);
  });
});
