import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { coalitionId } from '../../../shared/coalition';
import { columnsOf } from '../../../shared/database/columns';
import type { Session } from '../../../shared/database/session';
import { insertRow, updateRow } from '../../../shared/database/write-rows';
import { refuse } from '../../../shared/mutation/user-errors';
import { newId } from '../../../shared/schema/type-id';
import { Bill } from '../bill/bill.entity';
import type { ReadBill } from './read-bill';
import { removeParts, writeParts } from './write-parts';
import { writeJurisdiction, writeLegislators } from './write-people';

export type Outcome = 'created' | 'updated' | 'unchanged';

/**
 * Writes one bill that was read; what is known of it already stays as it is, but for when that was read.
 * @throws Refusal, before it writes anything but the jurisdiction, where another bill bears its identifier
 */
export async function writeBill(session: Session, read: ReadBill, asOf: Date): Promise<Outcome> {
  const { bill, textOf } = read;
  const jurisdictionId = await writeJurisdiction(session, read, asOf);
  const alike = await session.rows<Bill>(sql`
select ${columnsOf(Bill)} from campaigns.bill t where t.ocd_id = ${bill.id}
  or (t.jurisdiction_id = ${jurisdictionId} and t.legislative_session = ${bill.session} and t.identifier = ${bill.identifier})`);
  const known = alike.find(({ ocdId }) => ocdId === bill.id) ?? alike.find(({ ocdId }) => ocdId === null);
  if (alike.some((one) => one !== known)) refuse('ALREADY_KNOWN', 'identifier');
  const contentHash = createHash('sha256')
    .update(JSON.stringify([bill, textOf('x')]))
    .digest('base64url');
  if (known?.contentHash === contentHash) {
    if (known.asOf && known.asOf < asOf) await updateRow(session, Bill, { asOf }, sql`t.id = ${known.id}`);
    return 'unchanged';
  }
  // What was read later is not overwritten by what was read before.
  if (known?.asOf && known.asOf > asOf) return 'unchanged';
  const legislators = await writeLegislators(session, read, jurisdictionId, asOf);
  const content = {
    jurisdictionId,
    legislativeSession: bill.session,
    identifier: bill.identifier,
    ocdId: bill.id,
    // A translation that people added stays beside the title of the source.
    title: { ...known?.title, ...textOf(bill.title) },
    chamber: bill.from_organization?.classification ?? null,
    classification: bill.classification,
    versions: bill.versions.map(({ note, date, links }) => ({
      note: textOf(note),
      date: date ?? null,
      url: links[0]?.url ?? null,
    })),
    sponsorships: bill.sponsorships.map(({ name, primary, classification, person }) => ({
      name,
      primary,
      classification,
      legislatorId: (person && legislators.get(person.id)) ?? null,
    })),
    sourceUrl: bill.openstates_url ?? null,
    asOf,
    contentHash,
  };
  const owned = known ?? { organizationId: coalitionId, sharingLevel: 'PUBLIC', id: newId('Bill') };
  if (known) {
    await removeParts(session, known.id);
    await updateRow(session, Bill, { ...content, version: known.version + 1 }, sql`t.id = ${known.id}`);
  } else await insertRow(session, Bill, { ...owned, ...content });
  await writeParts(session, { ...owned, ...content } as Bill, read, legislators);
  return known ? 'updated' : 'created';
}
