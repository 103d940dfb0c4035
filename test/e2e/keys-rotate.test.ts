import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { transports } from '../testkit/hub';
import { askHub, hubProcesses } from '../testkit/hub-process';

const folder = mkdtempSync(join(tmpdir(), 'tahaluf-rotate-'));
const { start, command, stopAll, killAll } = hubProcesses(join(folder, 'data'));
afterEach(() => stopAll());
afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

const newToken = () => command('token.command.js', ['mima', 'VIEWER']).stdout.trim();
const page = (after = '') =>
  `{ viewer { roles } organizations(first: 2${after && `, after: "${after}"`}) { nodes { id } pageInfo { endCursor } } }`;

describe.each(transports)('HUB_TRANSPORT=%s', (transport) => {
  it('takes rotated keys over with no request lost, and forgets them at the next rotation', async () => {
    const hub = await start({ HUB_TRANSPORT: transport });
    const ask = async (token: string, after?: string) => {
      const { data, errors } = await askHub(hub.port, page(after), token);
      return { errors, roles: data?.viewer?.roles, ids: ids(data), cursor: cursorOf(data) };
    };
    /** Every kind, one after the other, each taken over by the running hub. */
    const rotate = async () => {
      for (const kind of ['token', 'internal', 'identity']) {
        const before = takenOver(hub.output());
        expect(command('rotate-keys.command.js', [kind])).toMatchObject({ status: 0, stderr: '' });
        for (let tries = 0; takenOver(hub.output()) === before; tries++) {
          if (tries > 200) throw new Error(`the ${kind} key was not taken over: ${hub.output()}`);
          await wait(50);
        }
      }
    };

    const oldToken = newToken();
    const first = await ask(oldToken);
    expect(first).toMatchObject({ errors: undefined, roles: ['VIEWER'], cursor: expect.any(String) });
    const second = await ask(oldToken, first.cursor);

    let isOver = false;
    const seen: unknown[] = [];
    const asking = (async () => {
      while (!isOver) seen.push(await ask(oldToken, first.cursor));
    })();
    await rotate();
    isOver = true;
    await asking;
    expect(seen.length).toBeGreaterThan(0);
    expect(
      seen.filter(
        (answer) =>
          JSON.stringify(answer) === JSON.stringify({ ...second, cursor: (answer as typeof second).cursor }),
      ),
    ).toHaveLength(seen.length);

    const token = newToken();
    const fresh = await ask(token);
    expect(fresh).toMatchObject({ errors: undefined, roles: ['VIEWER'], ids: first.ids });
    for (const [shown, cursor] of [
      [token, fresh.cursor],
      [token, first.cursor],
      [oldToken, fresh.cursor],
    ] as const) {
      expect(await ask(shown, cursor)).toMatchObject({ errors: undefined, ids: second.ids });
    }

    await rotate();
    expect((await ask(oldToken)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await ask(token, first.cursor)).errors).toMatchObject([
      { extensions: { code: 'INVALID_CURSOR' } },
    ]);
    expect(await ask(token, fresh.cursor)).toMatchObject({ errors: undefined, ids: second.ids });
    expect(hub.output()).not.toMatch(/refused; the old ones are used|did not say that it uses/);
    expect(await hub.stop('SIGTERM')).toBe(0);
  });

  it('finds the rotated keys when it starts again', async () => {
    const token = newToken();
    expect(command('rotate-keys.command.js', ['token'])).toMatchObject({ status: 0 });
    const hub = await start({ HUB_TRANSPORT: transport });
    for (const shown of [token, newToken()]) {
      expect((await askHub(hub.port, page(), shown)).data.viewer).toEqual({ roles: ['VIEWER'] });
    }
  });
});

it('rotates no key that there is none of, and names the kinds', () => {
  const nowhere = { HUB_DATA_DIR: join(folder, 'nowhere') };
  expect(command('rotate-keys.command.js', ['token'], nowhere)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^There are no keys .*\[KEYS_MISSING\]\n$/),
  });
  expect(command('rotate-keys.command.js', ['secret'], nowhere)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Usage: .*token\|internal\|identity \[COMMAND_REFUSED\]\n$/),
  });
});

const takenOver = (output: string) => output.split('the keys changed and are used now').length;
type Data = { organizations?: { nodes: { id: string }[]; pageInfo: { endCursor: string } } } | undefined;
const ids = (data: Data) => data?.organizations?.nodes.map(({ id }) => id);
const cursorOf = (data: Data) => data?.organizations?.pageInfo.endCursor;
