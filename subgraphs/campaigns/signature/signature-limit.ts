import sql from 'sql-template-tag';
import { hashesOf } from '../../../shared/identity/secret';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/**
 * Signatures of one call in a day: people at a stand share a network, and no machine signs without end. Nothing is
 * counted by e-mail address, since being refused would tell that it has signed.
 */
const perDay = { network: 100, call: 50_000 } as const;

/**
 * Counts somebody who signs. Only keyed hashes are kept, and each is told to nobody but who can make it.
 * @throws Refusal when there were enough today
 */
export async function countSigning(context: SubgraphContext, call: string): Promise<void> {
  const from = { network: `${context.claims.network} ${call}`, call };
  for (const source of ['network', 'call'] as const) {
    const key = hashesOf(context.contactKeys, `signing ${source} ${from[source]}`)[0]!;
    await context.session.present(key);
    const [counted] = await context.session.rows<{ count: number }>(sql`
insert into campaigns.signing_count as counted (key) values (${key})
on conflict (key, day) do update set count = counted.count + 1 returning count`);
    if (counted!.count > perDay[source]) refuse('TOO_MANY_TODAY');
  }
}
