import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type HubKeys, keyFilePath, loadKeys } from '../../gateway/keys/load-keys';
import { type RotatedKind, rotateKeys } from '../../gateway/keys/rotate-keys';
import { watchKeys } from '../../gateway/keys/watch-keys';
import { readSettings } from '../../gateway/settings';
import { mintToken, verifyToken } from '../../shared/identity/token';

const hours = 3_600_000;
const subject = { personId: 'per_1', organizationId: 'org_1', signInId: 'sgn_1' };

/** Somebody has found an old backup of the key file, and signs with what was replaced long ago. */
describe('a key that was replaced', () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = join(mkdtempSync(join(tmpdir(), 'replaced-')), 'hub');
  });
  afterEach(() => rmSync(join(dataDirectory, '..'), { recursive: true }));
  const settings = () => readSettings([], { HUB_DATA_DIR: dataDirectory });

  /** As if the last rotation had been so long ago. */
  async function rotated(kind: RotatedKind, ago: number) {
    const before = await loadKeys(settings());
    await rotateKeys(settings(), kind);
    setBack(kind, ago);
    return { before, after: await loadKeys(settings()) };
  }
  function setBack(kind: RotatedKind, ago: number) {
    const path = keyFilePath(dataDirectory);
    const stored = JSON.parse(readFileSync(path, 'utf8'));
    stored.previous[kind].replacedAt = new Date(Date.now() - ago).toISOString();
    writeFileSync(path, JSON.stringify(stored));
  }
  const opens = async (keys: HubKeys, signer: HubKeys) =>
    (await verifyToken(keys.token, await mintToken(signer.token, subject))) !== null;

  it('opens nothing once no token that it signed can live', async () => {
    const recent = await rotated('token', 8 * hours);
    expect(await opens(recent.after, recent.before)).toBe(true);
    setBack('token', 8 * hours + 61_000);
    expect(await opens(await loadKeys(settings()), recent.before)).toBe(false);
    expect(await opens(await loadKeys(settings()), recent.after)).toBe(true);
  });

  it('signs no request to a subgraph, and seals no cursor, after a day', async () => {
    const { before, after } = await rotated('internal', 24 * hours - 1_000);
    expect(after.internal.accepted).toContain(before.internal.current);
    setBack('internal', 24 * hours + 1_000);
    expect((await loadKeys(settings())).internal.accepted).toEqual([after.internal.current]);
  });

  it('still knows what is kept for months: links, and accounts that nobody used', async () => {
    const { before, after } = await rotated('identity', 1_000 * hours);
    expect(after.identity.accepted).toEqual([after.identity.current, before.identity.current]);
  });

  it('is forgotten by a hub that runs all the while', async () => {
    const { before } = await rotated('token', 0);
    const keys = await loadKeys(settings());
    const told: HubKeys[] = [];
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: Date.now() });
    const stop = watchKeys({
      settings: settings(),
      keys,
      tellSubgraphs: async (next) => told.push(next),
      logger: pino({ level: 'silent' }),
    });
    try {
      expect(await opens(keys, before)).toBe(true);
      jest.setSystemTime(Date.now() + 9 * hours);
      jest.advanceTimersByTime(61_000);
      for (let tries = 0; tries < 1_000 && told.length === 0; tries++) await new Promise(setImmediate);
      expect(keys.token.accepted).toHaveLength(1);
      expect(await opens(keys, before)).toBe(false);
    } finally {
      jest.useRealTimers();
      await stop();
    }
  });
});
