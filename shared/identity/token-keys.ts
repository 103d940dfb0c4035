import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';

/** One Ed25519 key of access tokens. */
export interface TokenKey {
  /** Its thumbprint (RFC 7638): the same for everybody who has the key, and agreed with nobody. */
  readonly id: string;
  readonly publicKey: KeyObject;
  /** Null where tokens are only verified. */
  readonly privateKey: KeyObject | null;
}

/** The key that signs access tokens and all that verify them; can be replaced while the process runs. */
export class TokenKeys {
  private keys: ReadonlyMap<string, TokenKey>;

  constructor(
    private currentKey: TokenKey,
    previous: readonly TokenKey[] = [],
  ) {
    this.keys = byId(currentKey, previous);
  }

  get current(): TokenKey {
    return this.currentKey;
  }

  /** The current one first. */
  get accepted(): readonly TokenKey[] {
    return [...this.keys.values()];
  }

  /** The accepted key with that thumbprint. */
  find(id: string): TokenKey | undefined {
    return this.keys.get(id);
  }

  replace(current: TokenKey, previous: readonly TokenKey[] = []): void {
    this.keys = byId(current, previous);
    this.currentKey = current;
  }
}

export function generateTokenKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * @param pem a private key, or a public one where tokens are only verified
 * @throws when the text is not an Ed25519 key in PEM
 */
export function readTokenKey(pem: string): TokenKey {
  const privateKey = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : null;
  const publicKey = createPublicKey(privateKey ?? pem);
  if (publicKey.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
  return { id: thumbprint(publicKey), publicKey, privateKey };
}

/** @throws when one of the texts is not an Ed25519 key in PEM */
export function readTokenKeys(currentPem: string, previousPems: readonly string[] = []): TokenKeys {
  return new TokenKeys(readTokenKey(currentPem), previousPems.map(readTokenKey));
}

/** The public half, for those who only verify. */
export function publicPem({ publicKey }: TokenKey): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** @returns null where the key only verifies */
export function privatePem({ privateKey }: TokenKey): string | null {
  return privateKey?.export({ type: 'pkcs8', format: 'pem' }).toString() ?? null;
}

/** RFC 7638, for keys of RFC 8037: the hash of exactly these members in exactly this order. */
function thumbprint(key: KeyObject): string {
  const { crv, kty, x } = key.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

function byId(current: TokenKey, previous: readonly TokenKey[]): ReadonlyMap<string, TokenKey> {
  const others = previous.filter(({ id }) => id !== current.id);
  return new Map([current, ...others].map((key) => [key.id, key]));
}
