import { isIPv6 } from 'node:net';
import sql from 'sql-template-tag';
import { normalEmail } from '../../../shared/identity/email';
import { hashesOf } from '../../../shared/identity/secret';
import { RecordedRefusal } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';

export interface Attempt {
  /** `all`: everything was right, the account starts anew. `address`: no guess, but not everything was shown. */
  forgive(what: 'all' | 'address'): Promise<void>;
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
  const address = key(network(claims.address));
  const [counted] = await session.apart<{ wait: number }>(
    sql`select members.count_attempt(${account}, ${address}) as wait`,
  );
  const { wait } = counted!;
  if (wait > 0) throw new RecordedRefusal({ retryAfter: wait }, { code: 'TOO_MANY_ATTEMPTS', field: null });
  return {
    async forgive(what) {
      await session.apart(sql`select members.forgive_attempt(${account}, ${address}, ${what === 'all'})`);
    },
  };
}

/** Who has one IPv6 address has the whole network of 2^64. */
function network(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]!.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const missing = Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
