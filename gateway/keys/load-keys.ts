import { join } from 'node:path';
import { deriveKey } from '../../shared/identity/derived-key';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { longestTokenLife } from '../../shared/identity/token';
import { readTokenKey, type TokenKey, TokenKeys } from '../../shared/identity/token-keys';
import { openDataDirectory } from '../postgres/data-directory';
import type { Settings } from '../settings';
import { StartError } from '../start/start-error';
import { damagedKeys, type KeyFile, type ReplacedKey, readKeyFile, writeNewKeyFile } from './key-file';

/**
 * All that the hub must keep to itself. What the keyrings hold is replaced while the hub runs; whoever was handed
 * one of them uses the new keys at once.
 */
export interface HubKeys {
  /** Passwords of database roles are derived from it, so it stays. */
  readonly secret: string;
  /** Signs requests to subgraphs and seals cursors. */
  readonly internal: RotatingKeyring;
  /** Keyed hashes of API keys and links, sealing of second factors. */
  readonly identity: RotatingKeyring;
  readonly token: TokenKeys;
  /** The file that some of them come from, or null when all are in the settings. */
  readonly file: string | null;
}

export type KeySettings = Pick<
  Settings,
  | 'dataDirectory'
  | 'secret'
  | 'identitySecret'
  | 'previousIdentitySecrets'
  | 'tokenPrivateKey'
  | 'tokenPublicKey'
  | 'previousTokenKeys'
  | 'demo'
>;

export const keyFilePath = (folder: string) => join(folder, 'keys.json');

/**
 * The keys from the settings, or else from `keys.json` in the data folder, which a demo writes at first start.
 * @throws StartError when there are none and this is no demo, or when they cannot be trusted
 */
export async function loadKeys(settings: KeySettings): Promise<HubKeys> {
  if (settings.secret && (settings.tokenPrivateKey || settings.tokenPublicKey))
    return asHubKeys(settings, null);
  // Only a hub that may write there makes the folder.
  const folder = settings.demo
    ? (await openDataDirectory(settings.dataDirectory)).root
    : settings.dataDirectory;
  const path = keyFilePath(folder);
  const stored = (await readKeyFile(path)) ?? (settings.demo ? await writeNewKeyFile(path) : null);
  if (!stored) {
    throw new StartError(
      'KEYS_MISSING',
      'There are no keys: set HUB_SECRET and HUB_TOKEN_PRIVATE_KEY. Only a demo generates its own.',
    );
  }
  return asHubKeys(settings, { path, stored });
}

/** Longer than any token, in milliseconds; the rest is for clocks of two machines. */
const tokenKeyAcceptedFor = longestTokenLife + 60_000;

/** Requests to subgraphs are signed for a minute; somebody may come back to a list of yesterday. */
const internalSecretAcceptedFor = 24 * 3_600_000;

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

/** What a file holds of keys that are derived from the secret as long as nobody rotated them. */
export const derivedInternalSecret = (secret: string) => deriveKey(secret, 'internal');
export const derivedIdentitySecret = (secret: string) => deriveKey(secret, 'identity');

interface Found {
  readonly path: string;
  readonly stored: KeyFile;
}

/** A setting comes before the file, and then the file's previous key of that kind counts no more either. */
function asHubKeys(settings: KeySettings, found: Found | null): HubKeys {
  const stored = found?.stored;
  const secret = settings.secret ?? stored!.secret;
  const internal = settings.secret ? undefined : stored;
  const identity = settings.secret || settings.identitySecret ? undefined : stored;
  return {
    secret,
    internal: new RotatingKeyring(
      internal?.internalSecret ?? derivedInternalSecret(secret),
      accepted(internal?.previous?.internal, internalSecretAcceptedFor),
    ),
    identity: new RotatingKeyring(
      settings.identitySecret ?? identity?.identitySecret ?? derivedIdentitySecret(secret),
      // What it made is kept for months and made anew as it is used, so it counts until the next rotation.
      [...accepted(identity?.previous?.identity, Infinity), ...settings.previousIdentitySecrets],
    ),
    token: tokenKeys(settings, found),
    file: found?.path ?? null,
  };
}

function tokenKeys(settings: KeySettings, found: Found | null): TokenKeys {
  const { tokenPrivateKey, tokenPublicKey } = settings;
  const others = settings.previousTokenKeys.map((pem) => tokenKey(pem, 'HUB_TOKEN_PREVIOUS_KEYS'));
  if (tokenPrivateKey) {
    const key = tokenKey(tokenPrivateKey, 'HUB_TOKEN_PRIVATE_KEY');
    if (!key.privateKey) throw damagedKeys('HUB_TOKEN_PRIVATE_KEY', 'the token key is a public one');
    return new TokenKeys(key, others);
  }
  if (tokenPublicKey) return new TokenKeys(tokenKey(tokenPublicKey, 'HUB_TOKEN_PUBLIC_KEY'), others);
  const { path, stored } = found!;
  const previous = accepted(stored.previous?.token, tokenKeyAcceptedFor).map((pem) => tokenKey(pem, path));
  return new TokenKeys(tokenKey(stored.tokenPrivateKey, path), [...previous, ...others]);
}

function tokenKey(pem: string, source: string): TokenKey {
  try {
    return readTokenKey(pem);
  } catch {
    throw damagedKeys(source, 'the token key is not an Ed25519 key in PEM');
  }
}

/** What a rotation replaced, as long as something that it made may still be about. */
function accepted(replaced: ReplacedKey | undefined, milliseconds: number): string[] {
  if (!replaced || Date.now() - Date.parse(replaced.replacedAt) > milliseconds) return [];
  return [replaced.value];
}
