import type { Keyring } from '../../../shared/identity/keyring';
import { renewedCallKey } from './call-key';

/** Runs one statement as the migrator. */
type Query = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * Seals the keys of all calls to action with the current secret, so that an older one may be forgotten. The keys stay
 * the same: who has signed is known again, and no contact is touched.
 */
export async function renewCallKeys(query: Query, keys: Keyring): Promise<void> {
  const calls = await query(
    'select id, contact_key from campaigns.action_call where contact_key is not null for update',
  );
  for (const { id, contact_key: sealed } of calls as unknown as { id: string; contact_key: string }[]) {
    await query('update campaigns.action_call set contact_key = $2 where id = $1', [
      id,
      renewedCallKey(keys, id, sealed),
    ]);
  }
}
