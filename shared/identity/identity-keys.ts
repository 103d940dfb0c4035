import type { Keyring } from './keyring';
import type { TokenKeys } from './token-keys';

/** What a subgraph is handed of them; see `SubgraphDefinition`. */
export type HeldKeys = Pick<IdentityKeys, 'identity'> & Partial<IdentityKeys>;

/** What signing people in needs. One subgraph has them; see `SubgraphDefinition.identityKeys`. */
export interface IdentityKeys {
  /** Keyed hashes of API keys and links, sealing of second factors. */
  readonly identity: Keyring;
  /** Signs access tokens. */
  readonly token: TokenKeys;
}
