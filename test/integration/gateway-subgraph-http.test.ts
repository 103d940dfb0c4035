import { setTimeout as wait } from 'node:timers/promises';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { signatureHeader, signRequest } from '../../shared/subgraph/request-signing';
import { claimsOf as claims, viewerOf } from '../testkit/claims';
import { recordingLogger } from './gateway-testkit';
import { executorFor, keys, serve, who } from './subgraph-http-testkit';

const request = { query: '{ who }' };

describe('a subgraph over HTTP', () => {
  test('answers its gateway, with the claims that were signed', async () => {
    const { url } = await serve();
    const viewer = viewerOf({ personId: 'per_فاطمة', organizationId: 'org_1' });
    const answer = await executorFor(url).execute({ query: '{ who }' }, claims({ viewer }));
    expect(answer).toEqual({ data: { who: 'per_فاطمة' } });
  });

  /** A request as the gateway would send it. */
  const sign = (asked = request, ring = keys): RequestInit & { body: string } => {
    const { body, signature } = signRequest(ring, { request: asked, claims: claims() });
    return {
      method: 'POST',
      headers: { 'content-type': 'application/json', [signatureHeader]: signature },
      body,
    };
  };
  const signedAs = (signature: string) => ({ ...sign(), headers: { [signatureHeader]: signature } });
  const altered = () => {
    const { body, ...rest } = sign();
    return { ...rest, body: body.replace('"roles":[]', '"roles":["COALITION_STAFF"]') };
  };
  const signedAgo = (milliseconds: number) => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now - milliseconds);
    const signed = sign();
    clock.mockRestore();
    return signed;
  };
  const forgeries: [string, () => RequestInit][] = [
    ['unsigned', () => ({ ...sign(), headers: {} })],
    ['without a signature', () => signedAs('')],
    ['with a signature that is none', () => signedAs('x'.repeat(43))],
    ['with the signature of another', () => ({ ...sign(), headers: sign().headers! })],
    ['with altered claims', altered],
    ["signed with another subgraph's key", () => sign(request, new RotatingKeyring('o'.repeat(64)))],
    ['signed two minutes ago', () => signedAgo(120_000)],
    ['signed in the future', () => signedAgo(-120_000)],
    ['neither signed nor JSON', () => ({ method: 'POST', body: '{' })],
    ['as a client would send it', () => ({ method: 'POST', body: JSON.stringify(request) })],
  ];
  const refusal =
    '{"errors":[{"message":"The token is not valid or has expired.","extensions":{"code":"UNAUTHENTICATED"}}]}';

  test.each(forgeries)('refuses a request %s, before anything else', async (_, forged) => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const answer = await fetch(`${url}/graphql`, forged());
    expect([answer.status, await answer.text()]).toEqual([401, refusal]);
    expect(subgraph.asked).toEqual([]);
  });

  test('takes the same request when it is signed as it should be, and only once', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const signed = sign();
    const first = await fetch(`${url}/graphql`, signed);
    expect([first.status, await first.json()]).toEqual([200, { data: { who: null } }]);
    const again = await fetch(`${url}/graphql`, signed);
    expect([again.status, await again.text()]).toEqual([401, refusal]);
    expect(subgraph.asked).toHaveLength(1);
  });

  test('takes one of many copies that arrive at the same time', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const signed = sign();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/graphql`, signed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(401)]);
    expect(subgraph.asked).toHaveLength(1);
  });

  test('learns of a viewer with a thousand partners, whose claims fit into no header', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const partnerships = Array.from({ length: 1_000 }, (_, i) => ({
      organizationId: `org_${String(i).padStart(26, '0')}`,
      group: 'campaign.internal',
    }));
    const viewer = viewerOf({ personId: 'per_1', partnerships });
    const answer = await executorFor(url).execute(request, claims({ viewer }));
    expect(answer).toEqual({ data: { who: 'per_1' } });
    expect(subgraph.asked[0]?.claims.viewer).toEqual(viewer);
  });

  test('takes headers of an ordinary size only', async () => {
    const { url } = await serve();
    const { body, headers } = sign();
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...(headers as Record<string, string>), 'x-more': 'x'.repeat(17 * 1024) },
      body,
    });
    expect(answer.status).toBe(431);
  });

  test('refuses what is too large without running it', async () => {
    const subgraph = who();
    const { url } = await serve({ execute: subgraph.execute });
    const large = sign({ query: `{ who } # ${'x'.repeat(5 * 1024 * 1024)}` });
    expect((await fetch(`${url}/graphql`, large)).status).toBe(413);
    expect(subgraph.asked).toEqual([]);
  });

  test('has health and readiness, and nothing else', async () => {
    let ready = false;
    const { url } = await serve({ isReady: async () => ready });
    const status = async (path: string, method = 'GET') => (await fetch(`${url}${path}`, { method })).status;
    expect([await status('/health'), await status('/ready')]).toEqual([200, 503]);
    ready = true;
    expect(await status('/ready')).toBe(200);
    expect([await status('/graphql'), await status('/'), await status('/health', 'POST')]).toEqual([
      404, 404, 404,
    ]);
  });

  test('closing lets a request finish that is under way', async () => {
    const server = await serve({
      execute: async () => {
        await wait(200);
        return { data: { who: 'late' } };
      },
    });
    const answer = executorFor(server.url).execute({ query: '{ who }' }, claims());
    await wait(50);
    await server.close();
    expect(await answer).toEqual({ data: { who: 'late' } });
  });

  test('an executor that throws is answered with 500, and says nothing', async () => {
    const { logger, lines } = recordingLogger();
    const { url } = await serve({ logger, execute: () => Promise.reject(new Error('select secret')) });
    const answer = await fetch(`${url}/graphql`, sign());
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(JSON.stringify(lines)).toContain('select secret');
  });

  test('a port that is taken is an error', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
