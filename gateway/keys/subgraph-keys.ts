import type { HeldKeys } from '../../shared/identity/identity-keys';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { readTokenKey, TokenKeys } from '../../shared/identity/token-keys';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { IdentitySettings, SubgraphSettings } from '../settings';
import { StartError } from '../start/start-error';
import { damagedKeys } from './key-file';

export interface SubgraphKeys {
  /** What the gateway signs requests with. */
  readonly requests: RotatingKeyring;
  /** Only where the subgraph's definition asks for them, and no more than it asks for. */
  readonly identity: HeldKeys | undefined;
  /** @throws StartError when they cannot be used; the old ones stay */
  replace(settings: SubgraphSettings): void;
}

/** The keys of a subgraph in a process of its own. @throws StartError when one is missing or damaged */
export function holdSubgraphKeys(definition: SubgraphDefinition, settings: SubgraphSettings): SubgraphKeys {
  const requests = new RotatingKeyring(settings.key, settings.previousKeys);
  const { identityKeys, contactKeys } = definition;
  const secrets = (identityKeys || contactKeys) && holdSecrets(settings);
  const token = identityKeys && new TokenKeys(signingKey(required(settings)));
  return {
    requests,
    identity: secrets && { identity: secrets, ...(token && { token }) },
    replace(next) {
      // What cannot be used is refused before anything is replaced.
      const key = token && signingKey(required(next));
      if (secrets) {
        const { secret, previousSecrets } = required(next);
        secrets.replace(secret, previousSecrets);
      }
      if (key) token.replace(key);
      requests.replace(next.key, next.previousKeys);
    },
  };
}

function holdSecrets(settings: SubgraphSettings): RotatingKeyring {
  const { secret, previousSecrets } = required(settings);
  return new RotatingKeyring(secret, previousSecrets);
}

function required({ identity }: SubgraphSettings): IdentitySettings {
  if (identity) return identity;
  throw new StartError(
    'KEYS_MISSING',
    'This subgraph signs people in or keeps contacts: set HUB_IDENTITY_SECRET.',
  );
}

function signingKey({ tokenPrivateKey: pem }: IdentitySettings) {
  const source = 'HUB_TOKEN_PRIVATE_KEY';
  if (pem === null) throw new StartError('KEYS_MISSING', `This subgraph signs people in: set ${source}.`);
  try {
    const key = readTokenKey(pem);
    if (key.privateKey) return key;
  } catch {
    throw damagedKeys(source, 'the token key is not an Ed25519 key in PEM');
  }
  throw damagedKeys(source, 'the token key is a public one');
}
