import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generateTokenKey, readTokenKeys, type TokenKeys } from './identity/token';
import { openDataDirectory } from './postgres/data-directory';
import { systemErrorCode } from './postgres/postgres-error';
import type { Settings } from './settings';
import { StartError } from './start/start-error';

/** All that the hub must keep to itself. Lost keys cost every token; a database stays readable by its owner. */
export interface HubKeys {
  readonly secret: string;
  readonly token: TokenKeys;
}

const keyFile = z.object({ secret: z.string().min(32), tokenPrivateKey: z.string() });
type KeyFile = z.infer<typeof keyFile>;

type KeySettings = Pick<Settings, 'dataDirectory' | 'secret' | 'tokenPrivateKey' | 'demo'>;

/**
 * The keys from the settings, or else from `keys.json` in the data folder, which a demo writes at first start.
 * @throws StartError when there are none and this is no demo, or when they cannot be trusted
 */
export async function loadKeys(settings: KeySettings): Promise<HubKeys> {
  const { secret, tokenPrivateKey } = settings;
  if (secret && tokenPrivateKey)
    return { secret, token: tokenKeys(tokenPrivateKey, 'HUB_TOKEN_PRIVATE_KEY') };
  // Only a hub that may write there makes the folder.
  const folder = settings.demo
    ? (await openDataDirectory(settings.dataDirectory)).root
    : settings.dataDirectory;
  const path = join(folder, 'keys.json');
  const stored = (await readKeyFile(path)) ?? (settings.demo ? await writeKeyFile(path) : null);
  if (!stored) {
    throw new StartError(
      'KEYS_MISSING',
      'There are no keys: set HUB_SECRET and HUB_TOKEN_PRIVATE_KEY. Only a demo generates its own.',
    );
  }
  return {
    secret: secret ?? stored.secret,
    token: tokenKeys(
      tokenPrivateKey ?? stored.tokenPrivateKey,
      tokenPrivateKey ? 'HUB_TOKEN_PRIVATE_KEY' : path,
    ),
  };
}

/** The secret alone, for commands that sign nobody in: they need no token key. */
export async function loadSecret(settings: KeySettings): Promise<string> {
  return settings.secret ?? (await loadKeys(settings)).secret;
}

/** The keys of a hub that was started before, or null. Writes nothing. */
export async function findKeys(settings: KeySettings): Promise<HubKeys | null> {
  try {
    return await loadKeys({ ...settings, demo: false });
  } catch (error) {
    if (error instanceof StartError && error.code === 'KEYS_MISSING') return null;
    throw error;
  }
}

async function readKeyFile(path: string): Promise<KeyFile | null> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw damaged(path, systemErrorCode(error) ?? 'it cannot be opened');
  }
  try {
    const { mode } = await file.stat();
    if (mode & 0o077) {
      throw new StartError(
        'KEYS_READABLE_BY_OTHERS',
        `${path} can be read by other users. Run "chmod 600 ${path}", or delete it if somebody may have read it.`,
      );
    }
    return keyFile.parse(JSON.parse(await file.readFile('utf8')));
  } catch (error) {
    // The parser's own message would quote the keys.
    throw error instanceof StartError ? error : damaged(path, 'it does not hold what the hub wrote');
  } finally {
    await file.close();
  }
}

/** Appears complete or not at all; of two hubs that start at once, both use what the first one wrote. */
async function writeKeyFile(path: string): Promise<KeyFile | null> {
  const keys = { secret: randomBytes(32).toString('hex'), tokenPrivateKey: generateTokenKey() };
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
    await file.sync();
    await link(unfinished, path);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    await file.close();
    await rm(unfinished, { force: true });
  }
  return readKeyFile(path);
}

function tokenKeys(pem: string, source: string): TokenKeys {
  try {
    return readTokenKeys(pem);
  } catch {
    throw damaged(source, 'the token key is not a private Ed25519 key in PEM');
  }
}

function damaged(source: string, reason: string): StartError {
  return new StartError('KEYS_DAMAGED', `The keys in ${source} cannot be used: ${reason}.`);
}
