import { derivedKeyring, type Keyring } from './keyring';

let secrets: Keyring | undefined;
const derived = new Map<string, Keyring>();

/** Called once at start-up, with what this process keeps to itself: the keys of what it makes and later knows again. */
export function sealWith(keyring: Keyring): void {
  secrets = keyring;
  derived.clear();
}

/** The keys of one purpose, such as cursors. */
export function sealingKeys(purpose: string): Keyring {
  if (!secrets) throw new Error('sealWith was not called');
  let keys = derived.get(purpose);
  if (!keys) {
    keys = derivedKeyring(secrets, purpose);
    derived.set(purpose, keys);
  }
  return keys;
}
