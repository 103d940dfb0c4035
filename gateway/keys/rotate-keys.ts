import { generateTokenKey } from '../../shared/identity/token-keys';
import { StartError } from '../start/start-error';
import { changeKeyFile, type KeyFile, newKeySecret } from './key-file';
import { derivedIdentitySecret, derivedInternalSecret, type KeySettings, keyFilePath } from './load-keys';

export const rotatedKinds = ['token', 'internal', 'identity'] as const;
export type RotatedKind = (typeof rotatedKinds)[number];

/**
 * Puts a new key in the place of the current one, which is accepted as long as what it made may be about, and at
 * most until the next rotation of the same kind; the one before it is forgotten. A running hub takes the file over by itself.
 * @throws StartError COMMAND_REFUSED when the key does not come from the file
 */
export async function rotateKeys(settings: KeySettings, kind: RotatedKind): Promise<void> {
  const setting = settingOf(settings, kind);
  if (setting) {
    throw new StartError(
      'COMMAND_REFUSED',
      `This key is given by the setting ${setting}: change it there, and keep the old one among the previous ones.`,
    );
  }
  const replacedAt = new Date().toISOString();
  await changeKeyFile(keyFilePath(settings.dataDirectory), (stored) => ({
    ...stored,
    ...replacement[kind].next(),
    previous: { ...stored.previous, [kind]: { value: replacement[kind].current(stored), replacedAt } },
  }));
}

const replacement: Record<
  RotatedKind,
  { readonly current: (stored: KeyFile) => string; readonly next: () => Partial<KeyFile> }
> = {
  token: {
    current: ({ tokenPrivateKey }) => tokenPrivateKey,
    next: () => ({ tokenPrivateKey: generateTokenKey() }),
  },
  internal: {
    current: ({ secret, internalSecret }) => internalSecret ?? derivedInternalSecret(secret),
    next: () => ({ internalSecret: newKeySecret() }),
  },
  identity: {
    current: ({ secret, identitySecret }) => identitySecret ?? derivedIdentitySecret(secret),
    next: () => ({ identitySecret: newKeySecret() }),
  },
};

/** The setting that the key comes from instead of the file. */
function settingOf(settings: KeySettings, kind: RotatedKind): string | null {
  if (kind === 'token') {
    if (settings.tokenPrivateKey) return 'HUB_TOKEN_PRIVATE_KEY';
    return settings.tokenPublicKey ? 'HUB_TOKEN_PUBLIC_KEY' : null;
  }
  if (kind === 'identity' && settings.identitySecret) return 'HUB_IDENTITY_SECRET';
  return settings.secret ? 'HUB_SECRET' : null;
}
