import sql from 'sql-template-tag';
import { hashesOf } from '../../../shared/identity/secret';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';

/** Applications of one day: from one network several organisations may apply, a contact speaks for few. */
const perDay = { network: 10, contact: 3 } as const;

/**
 * Counts an application. Only keyed hashes are kept, and each is told to nobody but who can make it.
 * @throws Refusal when there were enough today
 */
export async function countApplication(context: SubgraphContext, contactEmail: string): Promise<void> {
  const from = { network: context.claims.network, contact: contactEmail.toLowerCase() };
  for (const source of ['network', 'contact'] as const) {
    const key = hashesOf(context.identityKeys.identity, `application ${source} ${from[source]}`)[0]!;
    await context.session.present(key);
    const [counted] = await context.session.rows<{ count: number }>(sql`
insert into members.application_count as counted (key) values (${key})
on conflict (key, day) do update set count = counted.count + 1 returning count`);
    if (counted!.count > perDay[source]) refuse('TOO_MANY_TODAY');
  }
}
