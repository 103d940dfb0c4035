import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Keyring } from './keyring';

/** API keys are `thk_…`: people, and scanners of leaked secrets, know a secret by its prefix. */
export const apiKeyPrefix = 'thk';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const bodyLength = 43;
const checksumLength = 6;

/**
 * A new API key or secret link: 256 random bits and a checksum, so that a mistyped one is refused without asking
 * anybody. It is shown once and kept nowhere; what is kept is a hash of it.
 */
export function newSecret(prefix: string): string {
  const body = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), bodyLength);
  return withChecksum(`${prefix}_${body}`);
}

/** Whether the text has the shape of a secret of this kind; says nothing about whether it exists. */
export function isSecret(prefix: string, text: string): boolean {
  if (!text.startsWith(`${prefix}_`)) return false;
  if (!shape.test(text.slice(prefix.length + 1))) return false;
  return withChecksum(text.slice(0, -checksumLength)) === text;
}

/**
 * Keyed hashes of a secret, one per accepted secret of the keyring: look it up by all, keep the first. Fast ones
 * are enough, since nobody can try 2^256 secrets, and whoever has only the table can check no guess.
 * @returns HMAC-SHA-256 as hexadecimal digits
 */
export function hashesOf(keyring: Keyring, secret: string): readonly string[] {
  return keyring.accepted.map((key) => createHmac('sha256', key).update(secret).digest('hex'));
}

const shape = new RegExp(`^[0-9A-Za-z]{${bodyLength + checksumLength}}$`);

function withChecksum(text: string): string {
  return text + base62(BigInt(crc32(text)), checksumLength);
}

function base62(value: bigint, length: number): string {
  let digits = '';
  for (let rest = value; digits.length < length; rest /= 62n) digits = alphabet[Number(rest % 62n)] + digits;
  return digits;
}
