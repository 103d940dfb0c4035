import type { Keyring } from '../../../shared/identity/keyring';
import { seal, unseal } from '../../../shared/identity/sealed';
import { emailKeys } from './email';
import { factorKeys } from './second-factor';

/** Runs one statement as the migrator. */
type Query = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * Makes everything in accounts anew with the current identity secret, so that an older one may be forgotten: otherwise
 * whoever did not sign in meanwhile could not be found any more. Recovery codes are kept as hashes alone; those made with
 * an older secret open no more once it is forgotten.
 * @returns how many accounts there are
 */
export async function renewAccounts(query: Query, identity: Keyring): Promise<number> {
  const accounts = await query(
    'select person_id, email, totp_secret, totp_pending from members.account for update',
  );
  for (const { person_id: id, email, totp_secret, totp_pending } of accounts as unknown as AccountRow[]) {
    const renewed = (sealed: string | null) =>
      sealed === null ? null : seal(factorKeys(identity), id, unseal(factorKeys(identity), id, sealed).text);
    await query(
      'update members.account set email_key = $2, totp_secret = $3, totp_pending = $4 where person_id = $1',
      [id, emailKeys(identity, email)[0], renewed(totp_secret), renewed(totp_pending)],
    );
  }
  return accounts.length;
}

interface AccountRow {
  readonly person_id: string;
  readonly email: string;
  readonly totp_secret: string | null;
  readonly totp_pending: string | null;
}
