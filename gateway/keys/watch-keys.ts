import { unwatchFile, watchFile } from 'node:fs';
import type { Logger } from '../../shared/logger';
import { type HubKeys, type KeySettings, loadKeys } from './load-keys';

export interface KeyWatch {
  readonly settings: KeySettings;
  /** The keys in use. */
  readonly keys: HubKeys;
  /** Resolves when every subgraph in a process of its own accepts the next keys as well. */
  readonly tellSubgraphs: (next: HubKeys) => Promise<unknown>;
  readonly logger: Logger;
}

/** How often the file is looked at. Asking is slower than being told, but survives renames and mounts. */
const lookEvery = 500;

/** How often it is read without having changed: its previous keys count for a time only. */
const forgetEvery = 60_000;

/**
 * Takes rotated keys over while the hub runs. A file that cannot be used is refused and the old keys stay.
 * @returns what ends it
 */
export function watchKeys(watch: KeyWatch): () => Promise<void> {
  const { file } = watch.keys;
  if (file === null) return async () => undefined;
  // One after the other: a second rotation must not overtake the first.
  let last = Promise.resolve();
  const look = () => {
    last = last.then(() => takeOver(watch));
  };
  watchFile(file, { interval: lookEvery, persistent: false }, look);
  // A rotation between reading the keys and the first look at the file is no change to the watcher.
  const first = setTimeout(look, 2 * lookEvery).unref();
  const forget = setInterval(look, forgetEvery).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(forget);
    unwatchFile(file, look);
    await last;
  };
}

async function takeOver({ settings, keys, tellSubgraphs, logger }: KeyWatch): Promise<void> {
  try {
    // A file that is gone is not written anew: that would be other keys.
    const next = await loadKeys({ ...settings, demo: false });
    if (next.secret !== keys.secret) throw new Error('the secret itself must not change while the hub runs');
    if (isSame(keys, next)) return;
    await replaceKeys(keys, next, tellSubgraphs);
    logger.info('the keys changed and are used now');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.error({ reason }, 'the keys changed and were refused; the old ones are used');
  }
}

/**
 * Whoever checks learns of a new key before anybody makes something with it, so nothing is refused on the way: the
 * gateway takes what subgraphs will make, then subgraphs take what the gateway will make.
 */
export async function replaceKeys(
  keys: HubKeys,
  next: HubKeys,
  tellSubgraphs: KeyWatch['tellSubgraphs'],
): Promise<void> {
  keys.token.replace(next.token.current, next.token.accepted);
  keys.identity.replace(next.identity.current, next.identity.accepted);
  await tellSubgraphs(next);
  keys.internal.replace(next.internal.current, next.internal.accepted);
}

function isSame(keys: HubKeys, next: HubKeys): boolean {
  const text = ({ token, identity, internal }: HubKeys) =>
    JSON.stringify([token.accepted.map(({ id }) => id), identity.accepted, internal.accepted]);
  return text(keys) === text(next);
}
