import pino from 'pino';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import { serveSubgraph } from '../../shared/subgraph/http-server';
import { claimsHeader, signatureHeader, signRequest } from '../../shared/subgraph/request-signing';
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
  const send = async (headers: Record<string, string>, body: string, to = url) => {
    const answer = await fetch(to, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  };
  const body = JSON.stringify({ query: 'query { _service { sdl } }' });
  const named = (text: string) => Buffer.from(text).toString('base64url');

  it('shows nothing, not even its schema, to whoever cannot sign, and asks its database nothing', async () => {
    const signed = signRequest(keys, claimsOf({ viewer: everything }), body);
    const other = signRequest(new RotatingKeyring('o'.repeat(64)), claimsOf({ viewer: everything }), body);
    const claims = Buffer.from(signed[claimsHeader]!, 'base64url').toString();
    statements.length = 0;
    const attempts = [
      {},
      { authorization: `Bearer ${'k'.repeat(64)}` },
      { [claimsHeader]: signed[claimsHeader]! },
      { ...signed, [signatureHeader]: signed[signatureHeader]!.toLowerCase() },
      { ...signed, [claimsHeader]: named(claims.replace('per_1', 'per_2')) },
      { ...signed, [claimsHeader]: `${signed[claimsHeader]}=` },
      { ...signed, [signatureHeader]: `${signed[signatureHeader]}, ${signed[signatureHeader]}` },
      other,
    ];
    const answers = [
      ...(await Promise.all(attempts.map((headers) => send(headers as Record<string, string>, body)))),
      await send(signed, `${body} `),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]!.status).toBe(401);
    expect(statements).toEqual([]);
    expect((await send(signed, body)).text).toContain('type Query');
  });

  it('is not reached on another way', async () => {
    const signed = signRequest(keys, claimsOf({ viewer: everything }), body);
    for (const path of ['/', '/graphql/', '/graphql?x', '//graphql', '/GRAPHQL']) {
      const answer = await send(signed, body, url.replace('/graphql', path));
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
      const text = JSON.stringify({ query });
      const signed = signRequest(keys, claimsOf({ viewer: everything }), text);
      const first = await send(signed, text);
      expect(first.status).toBe(200);
      statements.length = 0;
      const again = await Promise.all([send(signed, text), send(signed, text), send(signed, text)]);
      expect(again.map(({ status }) => status)).toEqual([401, 401, 401]);
      expect(statements).toEqual([]);
      // The same is taken when the gateway asks for it once more.
      expect((await send(signRequest(keys, claimsOf({ viewer: everything }), text), text)).status).toBe(200);
    }
  });

  it('runs no mutation that is hidden behind a query', async () => {
    const text = JSON.stringify({
      query: `query A { __typename } mutation B { ${name}SharingDismiss(input: { version: "shv_1" }) { userErrors { code } } }`,
      operationName: 'B',
    });
    const signed = signRequest(keys, claimsOf({ viewer: everything }), text);
    await send(signed, text);
    expect((await send(signed, text)).status).toBe(401);
  });
});
