import sql from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { hashesOf, isSecret } from '../../../shared/identity/secret';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Application } from './application.entity';

/** What the private link of an application begins with. */
export const applicationLinkPrefix = 'tha';

/** The application behind a private link, or null: a wrong link and a mistyped one are the same. */
export async function findByLink(context: SubgraphContext, link: string): Promise<Application | null> {
  if (!isSecret(applicationLinkPrefix, link)) return null;
  const keys = hashesOf(context.identityKeys.identity, link);
  for (const key of keys) await context.session.present(key);
  const [found] = await context.session.rows<Application>(sql`
select ${columnsOf(Application)} from members.application t where t.link_key = any(${keys})`);
  return found ?? null;
}

/** @throws Refusal NOT_FOUND */
export async function requireByLink(context: SubgraphContext, link: string): Promise<Application> {
  return (await findByLink(context, link)) ?? refuse('NOT_FOUND', 'link');
}
