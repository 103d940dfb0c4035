import { contactKeyring } from '../../shared/identity/contact-keys';
import { renewCallKeys } from '../../subgraphs/campaigns/signature/renew-call-keys';
import { renewAccounts } from '../../subgraphs/members/account/renew-accounts';
import { asMigrator } from '../as-migrator';
import { PostgresError } from '../postgres/postgres-error';
import type { Settings } from '../settings';
import { loadKeys } from './load-keys';

/**
 * Before an identity secret is forgotten: accounts, and the keys of calls to action, are made to need the current one only.
 * @returns how many accounts there are; none where there is no database yet
 */
export async function renewAccountsOf(settings: Settings): Promise<number> {
  const { secret, identity } = await loadKeys({ ...settings, demo: false });
  try {
    return await asMigrator(settings, { secret, purpose: 'admin' }, async (query) => {
      await renewCallKeys(query, contactKeyring(identity));
      return renewAccounts(query, identity);
    });
  } catch (error) {
    if (error instanceof PostgresError && error.code === 'DATABASE_MISSING') return 0;
    throw error;
  }
}
