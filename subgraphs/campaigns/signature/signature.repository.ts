import sql, { type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import type { ListQuery } from '../../../shared/database/page';
import { groupBy } from '../../../shared/group-by';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ActionCall } from '../action-call/action-call.entity';
import { type CallKey, openCallKey } from './call-key';
import { openedPerson, type Person } from './sealed-person';
import { Signature, Signing } from './signature.entity';

const isKept = sql`t.contacts_until >= current_date`;

/** Who signed and may be known to the viewer's organisation, each person once, by the first signature that stands. */
export const contactList = (perParent: Sql): ListQuery & { perParent: Sql } => ({
  name: 'signatures',
  columns: columnsOf(Signature),
  from: sql`campaigns.signature t`,
  where: [
    isKept,
    sql`not exists (select from campaigns.signature earlier where earlier.organization_id = t.organization_id
      and earlier.call_id = t.call_id and earlier.person_key = t.person_key and earlier.id < t.id)`,
  ],
  orderBy: { name: 'id', key: sql`t.id` },
  perParent,
});

/** What organisations may know of a signature; one statement for all of a tick. */
export function loadContacts(
  context: SubgraphContext,
  { linkKey }: Pick<Signing, 'linkKey'>,
): Promise<Signature[]> {
  return context
    .loader<string, Signature[]>('contacts of signatures', async (keys) => {
      const rows = await context.session.rows<Signature>(sql`
select ${columnsOf(Signature)} from campaigns.signature t
where t.link_key = any(${keys}) and ${isKept} order by t.id`);
      const byLink = groupBy(rows, (row) => row.linkKey);
      return keys.map((key) => byLink.get(key) ?? []);
    })
    .load(linkKey);
}

/** The person behind a row, or null where its call is not shared with the viewer any more. */
export async function readPerson(context: SubgraphContext, row: Signature): Promise<Person | null> {
  const key = await loadCallKey(context, row.callId);
  return key && openedPerson(key, row);
}

export async function loadCallKey(context: SubgraphContext, callId: string): Promise<CallKey | null> {
  const call = await loadById(context, ActionCall, callId);
  return call?.contactKey ? openCallKey(context.contactKeys, callId, call.contactKey) : null;
}
