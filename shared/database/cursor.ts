import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { HubError } from '../errors';
import { deriveKey } from '../identity/derived-key';

/** Where a page ended: the value of the order key and the id of the last row. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

let sealingKey: Buffer | undefined;

/** Called once at start-up. Cursors are sealed, so what they point at is nobody's business and cannot be made up. */
export function setCursorSecret(secret: string): void {
  sealingKey = Buffer.from(deriveKey(secret, 'cursor'), 'hex');
}

/** A cursor for one list and order (`scope`). AES-256-GCM; URL-safe base64. */
export function sealCursor(scope: string, position: Position): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', currentKey(), iv).setAAD(Buffer.from(scope));
  const sealed = Buffer.concat([cipher.update(JSON.stringify([position.key, position.id])), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws HubError INVALID_CURSOR when the cursor was altered, or made for another list or order. */
export function openCursor(scope: string, cursor: string): Position {
  try {
    const bytes = Buffer.from(cursor, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', currentKey(), bytes.subarray(0, 12))
      .setAAD(Buffer.from(scope))
      .setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
    const [key, id] = JSON.parse(text) as [string, string];
    return { key, id };
  } catch {
    throw new HubError('INVALID_CURSOR');
  }
}

function currentKey(): Buffer {
  if (!sealingKey) throw new Error('setCursorSecret was not called');
  return sealingKey;
}
