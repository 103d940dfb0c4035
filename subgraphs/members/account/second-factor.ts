import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import sql from 'sql-template-tag';
import { derivedKeyring, type Keyring } from '../../../shared/identity/keyring';
import { seal, unseal } from '../../../shared/identity/sealed';
import { hashesOf } from '../../../shared/identity/secret';
import { fold } from '../../../shared/language/fold';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** What the secrets of second factors are sealed with. */
export const factorKeys = (identity: Keyring): Keyring => derivedKeyring(identity, 'second factor');

/** What every authenticator app understands. */
const period = 30;
const totp = (secret: Secret, label?: string) =>
  new TOTP({ issuer: 'Tahaluf', label: label ?? '', algorithm: 'SHA1', digits: 6, period, secret });

/** A new secret, as people type it and as an `otpauth:` address for a QR code. */
export function newFactor(email: string): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totp(secret, email).toString() };
}

/**
 * The time step whose code this is, the one before or the one after: clocks differ.
 * @returns null when it is none of them
 */
export function stepOf(secret: string, code: string, now = Date.now()): number | null {
  const delta = totp(Secret.fromBase32(secret)).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');

/** Ten codes for the day the phone is lost, and what is kept of them. */
export function newRecoveryCodes({ identityKeys }: SubgraphContext, personId: string) {
  const codes = Array.from({ length: 10 }, () => `${part()}-${part()}`);
  const keys = codes.map((code) => hashesOf(identityKeys.identity, recoveryText(personId, code))[0]!);
  return { codes, keys };
}

/**
 * Whether the code is one of the acting person's, and uses it up: neither a time step nor a recovery code opens twice.
 * @param sealedSecret as the account holds it
 */
export async function spendCode(
  { session, identityKeys: { identity } }: SubgraphContext,
  personId: string,
  sealedSecret: string,
  code: string,
): Promise<boolean> {
  const typed = fold(code).replace(/[\s-]/g, '').toUpperCase();
  if (typed.length > 20) return false;
  const isTimed = /^\d{6}$/.test(typed);
  const step = isTimed ? stepOf(unseal(factorKeys(identity), personId, sealedSecret).text, typed) : null;
  if (isTimed && step === null) return false;
  const keys = hashesOf(identity, recoveryText(personId, typed));
  const [used] = await session.rows<{ done: boolean }>(
    sql`select members.use_code(${step}, ${keys}) as done`,
  );
  return used!.done;
}

/** The sealed secret anew when the key it was sealed with has been replaced, else null. */
export function renewedSeal(
  { identityKeys: { identity } }: SubgraphContext,
  personId: string,
  sealed: string | null,
): string | null {
  if (sealed === null) return null;
  const { text, isOutdated } = unseal(factorKeys(identity), personId, sealed);
  return isOutdated ? seal(factorKeys(identity), personId, text) : null;
}

const recoveryText = (personId: string, code: string) => `recovery ${personId} ${code.replace('-', '')}`;
