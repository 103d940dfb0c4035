import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { isSecret, newSecret } from '../../../shared/identity/secret';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Signing } from './signature.entity';

/** What the private link of a signature begins with. */
const prefix = 'ths';

export const newSignatureLink = () => newSecret(prefix);

/**
 * What is kept of a link: a hash without a key, because whoever signed must be able to withdraw for years, whatever
 * becomes of the hub's secrets, and nobody guesses 256 random bits.
 */
export const linkKeyOf = (link: string) => createHash('sha256').update(link).digest('hex');

/** The signature behind a private link, or null: a wrong link and a mistyped one are the same. */
export async function findByLink(context: SubgraphContext, link: string): Promise<Signing | null> {
  if (!isSecret(prefix, link)) return null;
  const key = linkKeyOf(link);
  await context.session.present(key);
  const [found] = await context.session.rows<Signing>(sql`
select ${columnsOf(Signing)} from campaigns.signing t where t.link_key = ${key}`);
  return found ?? null;
}

/** @throws Refusal NOT_FOUND */
export async function requireByLink(context: SubgraphContext, link: string): Promise<Signing> {
  return (await findByLink(context, link)) ?? refuse('NOT_FOUND', 'link');
}
