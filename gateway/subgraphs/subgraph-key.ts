import { deriveKey } from '../../shared/identity/derived-key';

/** What the gateway signs requests to one subgraph with. */
export const subgraphKey = (secret: string, name: string) => deriveKey(secret, `subgraph:${name}`);
