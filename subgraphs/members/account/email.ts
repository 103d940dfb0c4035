import { normalEmail } from '../../../shared/identity/email';
import type { Keyring } from '../../../shared/identity/keyring';
import { hashesOf } from '../../../shared/identity/secret';

/** Keyed hashes by which an account is found, one per accepted secret; the first is the one to keep. */
export const emailKeys = (identity: Keyring, email: string) =>
  hashesOf(identity, `email ${normalEmail(email)}`);
