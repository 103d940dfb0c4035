import type { IdentityKeys } from '../../shared/identity/identity-keys';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { readTokenKey, TokenKeys } from '../../shared/identity/token-keys';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { IdentitySettings, SubgraphSettings } from '../settings';
import { StartError } from '../start/start-error';
import { damagedKeys } from './key-file';

export interface SubgraphKeys {
  /** What the gateway signs requests with. */
  readonly requests: RotatingKeyring;
  /** Only where the subgraph's definition asks for them. */
  readonly identity: IdentityKeys | undefined;
  /** @throws StartError when they cannot be used; the old ones stay */
  replace(settings: SubgraphSettings): void;
}

/** The keys of a subgraph in a process of its own. @throws StartError when one is missing or damaged */
export function holdSubgraphKeys(definition: SubgraphDefinition, settings: SubgraphSettings): SubgraphKeys {
  const requests = new RotatingKeyring(settings.key, settings.previousKeys);
  const held = definition.identityKeys && holdIdentityKeys(settings);
  return {
    requests,
    identity: held,
    replace(next) {
      if (held) {
        const { secret, previousSecrets, tokenPrivateKey } = required(next);
        const key = signingKey(tokenPrivateKey);
        held.identity.replace(secret, previousSecrets);
        held.token.replace(key);
      }
      requests.replace(next.key, next.previousKeys);
    },
  };
}

function holdIdentityKeys(settings: SubgraphSettings) {
  const { secret, previousSecrets, tokenPrivateKey } = required(settings);
  return {
    identity: new RotatingKeyring(secret, previousSecrets),
    token: new TokenKeys(signingKey(tokenPrivateKey)),
  };
}

function required({ identity }: SubgraphSettings): IdentitySettings {
  if (identity) return identity;
  throw new StartError(
    'KEYS_MISSING',
    'This subgraph signs people in: set HUB_IDENTITY_SECRET and HUB_TOKEN_PRIVATE_KEY.',
  );
}

function signingKey(pem: string) {
  const source = 'HUB_TOKEN_PRIVATE_KEY';
  try {
    const key = readTokenKey(pem);
    if (key.privateKey) return key;
  } catch {
    throw damagedKeys(source, 'the token key is not an Ed25519 key in PEM');
  }
  throw damagedKeys(source, 'the token key is a public one');
}
