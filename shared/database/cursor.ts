import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { HubError } from '../errors';
import type { Keyring } from '../identity/keyring';
import { sealingKeys } from '../identity/sealing-keys';

/** Where a page ended: the value of the order key and the id of the last row. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

/**
 * A cursor for one list and order (`scope`), sealed, so that what it points at is nobody's business and cannot be made
 * up. AES-256-GCM; URL-safe base64.
 */
export function sealCursor(scope: string, position: Position): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', asKey(keyring().current), iv).setAAD(Buffer.from(scope));
  const sealed = Buffer.concat([cipher.update(JSON.stringify([position.key, position.id])), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws HubError INVALID_CURSOR when the cursor was altered, or made for another list or order. */
export function openCursor(scope: string, cursor: string): Position {
  const sealed = Buffer.from(cursor, 'base64url');
  for (const secret of keyring().accepted) {
    const position = opened(scope, sealed, secret);
    if (position) return position;
  }
  throw new HubError('INVALID_CURSOR');
}

function opened(scope: string, sealed: Buffer, secret: string): Position | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', asKey(secret), sealed.subarray(0, 12))
      .setAAD(Buffer.from(scope))
      .setAuthTag(sealed.subarray(12, 28));
    const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString();
    const [key, id] = JSON.parse(text) as [string, string];
    return { key, id };
  } catch {
    return null;
  }
}

const asKey = (secret: string) => Buffer.from(secret, 'hex');

const keyring = (): Keyring => sealingKeys('cursor');
