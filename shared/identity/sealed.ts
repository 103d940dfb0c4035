import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keyring } from './keyring';

/**
 * Text that the database keeps and cannot read (AES-256-GCM). It opens for the same `owner` only: copied into another
 * row it is worthless.
 * @param keys of one purpose, each 64 hexadecimal digits
 */
export function seal(keys: Keyring, owner: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', bytesOf(keys.current), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * @returns the text, and whether it should be sealed anew because the secret has been replaced
 * @throws Error when it was changed, or sealed with a secret that is not accepted any more
 */
export function unseal(keys: Keyring, owner: string, sealed: string): { text: string; isOutdated: boolean } {
  const bytes = Buffer.from(sealed, 'base64url');
  for (const [age, secret] of keys.accepted.entries()) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', bytesOf(secret), bytes.subarray(0, 12), {
        authTagLength: 16,
      });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      return { text, isOutdated: age > 0 };
    } catch {
      // Another of the accepted secrets may open it.
    }
  }
  throw new Error('a sealed text that no accepted secret opens');
}

const bytesOf = (hexadecimal: string) => Buffer.from(hexadecimal, 'hex');
