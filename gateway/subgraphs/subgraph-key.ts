import { deriveKey } from '../../shared/identity/derived-key';
import { derivedKeyring, type Keyring } from '../../shared/identity/keyring';

/** What the gateway signs requests to one subgraph with. */
export const subgraphKey = (secret: string, name: string) => deriveKey(secret, purposeOf(name));

/** The same for every accepted secret. */
export const subgraphKeyring = (secrets: Keyring, name: string) => derivedKeyring(secrets, purposeOf(name));

const purposeOf = (name: string) => `subgraph:${name}`;
