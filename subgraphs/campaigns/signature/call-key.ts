import { createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from '../../../shared/identity/derived-key';
import type { Keyring } from '../../../shared/identity/keyring';
import { seal, unseal } from '../../../shared/identity/sealed';

/**
 * The key of one call to action. It never changes, so that the same person is known again whatever happens to the hub's
 * secret: only what it is sealed with is replaced.
 */
export interface CallKey {
  /** Opens and seals what organisations may know of those who signed. */
  readonly contacts: Keyring;
  /** The same for the same address in this call, and for nobody else. */
  personKey(email: string): string;
}

/** A new key, as it is kept. */
export const newCallKey = (keys: Keyring, call: string): string =>
  seal(keys, call, randomBytes(32).toString('hex'));

/** @throws Error when it was changed, or sealed with a secret that is not accepted any more */
export function openCallKey(keys: Keyring, call: string, sealed: string): CallKey {
  const secret = unseal(keys, call, sealed).text;
  const contacts = deriveKey(secret, 'contacts');
  const people = deriveKey(secret, 'people');
  return {
    contacts: { current: contacts, accepted: [contacts] },
    personKey: (email) => createHmac('sha256', people).update(email).digest('hex'),
  };
}

/** The same key, sealed with the current secret. */
export const renewedCallKey = (keys: Keyring, call: string, sealed: string): string =>
  seal(keys, call, unseal(keys, call, sealed).text);
