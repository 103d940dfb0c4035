import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { generateTokenKey } from '../../shared/identity/token-keys';
import { systemErrorCode } from '../postgres/postgres-error';
import { StartError } from '../start/start-error';

const secret = z.string().min(32);
const replaced = z.object({ value: z.string(), replacedAt: z.iso.datetime() });
export type ReplacedKey = z.infer<typeof replaced>;

const keyFile = z.object({
  /** Passwords of database roles are derived from it; it is never rotated. */
  secret,
  tokenPrivateKey: z.string(),
  /** Signs requests to subgraphs and seals cursors; files of older hubs derive it from the secret. */
  internalSecret: secret.optional(),
  identitySecret: secret.optional(),
  /** What the last rotation of each kind replaced: still accepted for a time, and until the next one. */
  previous: z
    .object({ token: replaced.optional(), internal: replaced.optional(), identity: replaced.optional() })
    .optional(),
});
export type KeyFile = z.infer<typeof keyFile>;

/** @returns null when there is none @throws StartError when it cannot be trusted */
export async function readKeyFile(path: string): Promise<KeyFile | null> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw damagedKeys(path, systemErrorCode(error) ?? 'it cannot be opened');
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
    throw error instanceof StartError ? error : damagedKeys(path, 'it does not hold what the hub wrote');
  } finally {
    await file.close();
  }
}

/** Appears complete or not at all; of two hubs that start at once, both use what the first one wrote. */
export async function writeNewKeyFile(path: string): Promise<KeyFile | null> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await writeComplete(unfinished, {
      secret: newKeySecret(),
      internalSecret: newKeySecret(),
      identitySecret: newKeySecret(),
      tokenPrivateKey: generateTokenKey(),
    });
    await link(unfinished, path);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return readKeyFile(path);
}

/** A change that takes longer was given up: nobody types into it. */
const longestChange = 60_000;

/**
 * Puts a changed file in the place of the old one, which is read until the new one is complete.
 * @throws StartError KEYS_MISSING, or COMMAND_REFUSED while somebody else changes it
 */
export async function changeKeyFile(path: string, change: (stored: KeyFile) => KeyFile): Promise<void> {
  const unfinished = `${path}.next`;
  if (await isOlder(unfinished, longestChange)) await rm(unfinished, { force: true });
  try {
    // The new file is its own lock: of two changes at once, one would be lost.
    await (await open(unfinished, 'wx', 0o600)).close();
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') throw missingKeyFile(path);
    if (systemErrorCode(error) !== 'EEXIST') throw error;
    throw new StartError('COMMAND_REFUSED', `The keys in ${path} are being changed by somebody else.`);
  }
  try {
    const stored = await readKeyFile(path);
    if (!stored) throw missingKeyFile(path);
    const { uid, gid } = await stat(path);
    await writeComplete(unfinished, change(stored), { uid, gid });
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

export const newKeySecret = () => randomBytes(32).toString('hex');

export function damagedKeys(source: string, reason: string): StartError {
  return new StartError('KEYS_DAMAGED', `The keys in ${source} cannot be used: ${reason}.`);
}

function missingKeyFile(path: string): StartError {
  return new StartError(
    'KEYS_MISSING',
    `There are no keys in ${dirname(path)}. Start the hub once: npm start`,
  );
}

/** @param owner whom it must belong to: an administrator's command must not lock the hub's user out */
async function writeComplete(
  path: string,
  keys: KeyFile,
  owner?: { readonly uid: number; readonly gid: number },
): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    if (owner) await file.chown(owner.uid, owner.gid);
    await file.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename outlives a power cut only when its folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  await folder.sync().finally(() => folder.close());
}

async function isOlder(path: string, milliseconds: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > milliseconds;
}
