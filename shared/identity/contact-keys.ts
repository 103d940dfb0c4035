import { derivedKeyring, type Keyring } from './keyring';

/** What hides how people outside of the coalition can be reached; it is replaced with the identity secret. */
export const contactKeyring = (identity: Keyring): Keyring => derivedKeyring(identity, 'contacts');
