import { hkdfSync } from 'node:crypto';

/**
 * One secret per hub; every key and password in it is derived by purpose (HKDF-SHA-256), so a key that
 * leaks opens nothing else and there is a single thing to keep.
 * @returns 64 hexadecimal digits
 */
export function deriveKey(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'tahaluf', purpose, 32)).toString('hex');
}
