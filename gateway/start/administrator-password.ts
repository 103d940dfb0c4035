import { deriveKey } from '../../shared/identity/derived-key';

/** What the administrator of the embedded database signs in with; made from the hub's secret, kept nowhere. */
export const administratorPassword = (secret: string) => deriveKey(secret, 'database administrator');
