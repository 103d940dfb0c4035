import sql from 'sql-template-tag';
import { normalEmail } from '../../../shared/identity/email';
import { hashesOf } from '../../../shared/identity/secret';
import { RecordedRefusal } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';

export interface Attempt {
  /** `all`: everything was right, the account starts anew. `network`: no guess, but not everything was shown. */
  forgive(what: 'all' | 'network'): Promise<void>;
}

/**
 * Counts an attempt to get into an account, known or not, before it is looked at.
 * @throws RecordedRefusal TOO_MANY_ATTEMPTS with the seconds to wait
 */
export async function attempt(
  { session, identityKeys: { identity }, claims }: SubgraphContext,
  email: string,
): Promise<Attempt> {
  const key = (text: string) => hashesOf(identity, `attempt ${text}`)[0]!;
  const account = key(normalEmail(email));
  const network = key(claims.network);
  const [counted] = await session.apart<{ wait: number }>(
    sql`select members.count_attempt(${account}, ${network}) as wait`,
  );
  const { wait } = counted!;
  if (wait > 0) throw new RecordedRefusal({ retryAfter: wait }, { code: 'TOO_MANY_ATTEMPTS', field: null });
  return {
    async forgive(what) {
      await session.apart(sql`select members.forgive_attempt(${account}, ${network}, ${what === 'all'})`);
    },
  };
}
