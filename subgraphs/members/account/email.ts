import isEmail from 'validator/lib/isEmail';
import type { Keyring } from '../../../shared/identity/keyring';
import { hashesOf } from '../../../shared/identity/secret';
import { refuse } from '../../../shared/mutation/user-errors';

/** As it is kept and compared. */
export const normalEmail = (email: string) => email.trim().normalize('NFKC').toLowerCase();

/** @throws Refusal when it is none; whether somebody reads mail there is not known */
export function checkEmail(email: string, field = 'email'): string {
  if (email.length > 254) refuse('TOO_LONG', field);
  const normal = normalEmail(email);
  if (!isEmail(normal)) refuse('INVALID', field);
  return normal;
}

/** Keyed hashes by which an account is found, one per accepted secret; the first is the one to keep. */
export const emailKeys = (identity: Keyring, email: string) =>
  hashesOf(identity, `email ${normalEmail(email)}`);
