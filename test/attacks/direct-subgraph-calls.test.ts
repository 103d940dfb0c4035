import pino from 'pino';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphRequest } from '../../shared/subgraph/executor';
import { serveSubgraph } from '../../shared/subgraph/http-server';
import { signatureHeader, signRequest } from '../../shared/subgraph/request-signing';
import { subgraphs } from '../../subgraphs/registry';
import { claimsOf, viewerOf } from '../testkit/claims';
import { databaseUrl, testSecret } from '../testkit/database';

const logger = pino({ level: 'silent' });
const keys = new RotatingKeyring('k'.repeat(64));
const everything = viewerOf({
  personId: 'per_1',
  organizationId: 'org_1',
  roles: ['ORG_ADMIN', 'CASEWORKER', 'COALITION_STAFF'],
});

interface Shown {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A request as the gateway would send it. */
function signed(request: SubgraphRequest, ring = keys): Shown {
  const { body, signature } = signRequest(ring, { request, claims: claimsOf({ viewer: everything }) });
  return { headers: { [signatureHeader]: signature }, body };
}

const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

/**
 * Somebody has got into the network behind the gateway. What a request says is refused in
 * test/integration/gateway-subgraph-http.test.ts, over a subgraph that is made up; here are the real ones.
 */
describe.each(
  subgraphs.map((definition) => [definition.name, definition] as const),
)('%s', (name, definition) => {
  const statements: string[] = [];
  let url: string;
  beforeAll(async () => {
    const subgraph = createSubgraph(definition, {
      databaseUrl: roleUrl(databaseUrl(), subgraphRole(name), testSecret),
      logger,
      onStatement: (_kind, text) => statements.push(text),
    });
    const server = await serveSubgraph({ ...subgraph, keys, host: '127.0.0.1', port: 0, logger });
    closers.push(
      () => subgraph.close(),
      () => server.close(),
    );
    url = `http://127.0.0.1:${server.port}/graphql`;
  });
  const send = async ({ headers, body }: Shown, to = url) => {
    const answer = await fetch(to, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  };

  it('shows nothing, not even its schema, to whoever cannot sign, and asks its database nothing', async () => {
    const shown = signed({ query: 'query { _service { sdl } }' });
    const signature = shown.headers[signatureHeader]!;
    statements.length = 0;
    const attempts = [
      { ...shown, headers: {} },
      { ...shown, headers: { authorization: `Bearer ${'k'.repeat(64)}` } },
      { ...shown, headers: { [signatureHeader]: signature.toLowerCase() } },
      { ...shown, headers: { [signatureHeader]: `${signature}, ${signature}` } },
      { ...shown, body: shown.body.replace('per_1', 'per_2') },
      { ...shown, body: `${shown.body} ` },
      signed({ query: 'query { _service { sdl } }' }, new RotatingKeyring('o'.repeat(64))),
    ];
    const answers = await Promise.all(attempts.map((attempt) => send(attempt)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]!.status).toBe(401);
    expect(statements).toEqual([]);
    expect((await send(shown)).text).toContain('type Query');
  });

  it('is not reached on another way', async () => {
    for (const path of ['/', '/graphql/', '/graphql?x', '//graphql', '/GRAPHQL']) {
      const answer = await send(signed({ query: '{ __typename }' }), url.replace('/graphql', path));
      expect({ path, status: answer.status }).toEqual({ path, status: 404 });
    }
  });

  it('runs a mutation once that is sent again', async () => {
    const mutation = `mutation { ${name}SharingDismiss(input: { version: "shv_1" }) { userErrors { code } } }`;
    for (const query of [
      mutation,
      `fragment F on Query { __typename } ${mutation}`,
      `# query\n${mutation}`,
    ]) {
      const shown = signed({ query });
      expect((await send(shown)).status).toBe(200);
      statements.length = 0;
      const again = await Promise.all([send(shown), send(shown), send(shown)]);
      expect(again.map(({ status }) => status)).toEqual([401, 401, 401]);
      expect(statements).toEqual([]);
      // The same is taken when the gateway asks for it once more.
      expect((await send(signed({ query }))).status).toBe(200);
    }
  });
});
