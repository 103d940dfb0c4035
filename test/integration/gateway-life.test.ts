import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fakeSubgraph, type RunningGateway, read, runGateway } from './gateway-testkit';

function notes(resolve: (...args: never[]) => unknown = () => 'a note') {
  return fakeSubgraph('notes', 'type Query { note: String must: String! }', {
    Query: { note: resolve, must: resolve },
  });
}

let running: RunningGateway | undefined;
async function start(...args: Parameters<typeof runGateway>): Promise<RunningGateway> {
  running = await runGateway(...args);
  return running;
}
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe('the life of the hub', () => {
  const status = async (url: string, path: string, method = 'GET') =>
    (await fetch(`${url}${path}`, { method })).status;

  test('it is ready when its data is served', async () => {
    let served = false;
    const { url } = await start([notes()], { isReady: () => served });
    expect([await status(url, '/health'), await status(url, '/ready')]).toEqual([200, 503]);
    served = true;
    expect([await status(url, '/ready'), await status(url, '/ready', 'HEAD')]).toEqual([200, 200]);
    expect(await status(url, '/ready', 'POST')).toBe(405);
  });

  test('draining it is not ready, and finishes what is under way', async () => {
    let finish: (note: string) => void = () => undefined;
    const { url, gateway, ask } = await start([
      notes(
        () =>
          new Promise<string>((resolve) => {
            finish = resolve;
          }),
      ),
    ]);
    const answer = ask('{ note }');
    await wait(50);
    let drained = false;
    const draining = gateway.drain().then(() => {
      drained = true;
    });
    expect([await status(url, '/health'), await status(url, '/ready')]).toEqual([200, 503]);
    expect(gateway.ready()).toBe(false);
    await wait(50);
    expect(drained).toBe(false);
    finish('late');
    expect((await answer).data).toEqual({ note: 'late' });
    await draining;
    expect(drained).toBe(true);
  });

  test('draining does not wait for ever', async () => {
    let finish: (note: string) => void = () => undefined;
    const never = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const { gateway, ask } = await start([notes(() => never)]);
    const answer = ask('{ note }');
    await wait(50);
    const startedAt = Date.now();
    await gateway.drain(100);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    finish('after all');
    await answer;
  });

  test('connections are not kept while draining', async () => {
    const { url, gateway } = await start([notes()]);
    await gateway.drain();
    const connection = await new Promise((resolve) =>
      httpRequest(`${url}/health`, { agent: false, headers: { connection: 'keep-alive' } }, (response) => {
        response.resume();
        resolve(response.headers.connection);
      }).end(),
    );
    expect(connection).toBe('close');
  });

  test('closed it takes no operations', async () => {
    const { gateway, ask } = await start([notes()]);
    await gateway.close();
    const answer = await ask('{ note }');
    expect(answer.status).toBe(503);
    expect(answer.errors?.[0].extensions.code).toBe('HUB_UNAVAILABLE');
  });
});

describe('the explorer', () => {
  test.each(['/', '/explorer'])('is at %s, asks nobody else and runs only what is ours', async (path) => {
    const { url } = await start([notes()], { introspection: true });
    const answer = await fetch(`${url}${path}`);
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).not.toMatch(/\{\{|\son\w+=/);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const inline = [...page.matchAll(/<(?:script|style)(?![^>]* src=)[^>]*>/g)].map(([tag]) => tag);
    expect(inline.length).toBeGreaterThan(2);
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`);
    const again = await (await fetch(`${url}${path}`)).text();
    expect(again).not.toContain(nonce);
  });

  test('speaks Arabic and English and offers sample queries', async () => {
    const { url } = await start([notes()], { introspection: true });
    const page = await (await fetch(url)).text();
    expect(page).toMatch(/'rtl'/);
    expect(page).toMatch(/رمز الدخول/);
    expect(page).toMatch(/Bearer token/);
    const samples = /<script id="sample-queries"[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(samples)[0]).toMatchObject({
      title: { en: expect.any(String), ar: expect.any(String) },
    });
  });

  test('its files come from the installed packages', async () => {
    const { url } = await start([notes()], { introspection: true });
    const page = await (await fetch(url)).text();
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(files).toHaveLength(4);
    for (const path of files) {
      const answer = await fetch(`${url}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
      expect((await answer.text()).length).toBeGreaterThan(5_000);
    }
  });

  test('is not there without introspection', async () => {
    const { url } = await start([notes()]);
    for (const path of ['/', '/explorer', '/explorer/graphiql.js']) {
      const answer = await read(await fetch(`${url}${path}`));
      expect([answer.status, answer.errors?.[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
    }
  });
});
