import sql from 'sql-template-tag';
import { coalitionId } from '../../../shared/coalition';
import type { Session } from '../../../shared/database/session';
import { insertRow, insertRows, updateRow } from '../../../shared/database/write-rows';
import { newId } from '../../../shared/schema/type-id';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';
import { Legislator } from '../legislator/legislator.entity';
import type { OpenStatesPerson } from './open-states';
import type { ReadBill } from './read-bill';

const owned = { organizationId: coalitionId, sharingLevel: 'PUBLIC' };

/** @returns the id of the bill's jurisdiction, which is made where it is not known yet */
export async function writeJurisdiction(
  session: Session,
  { bill: { jurisdiction }, textOf }: ReadBill,
  asOf: Date,
): Promise<string> {
  const [known] = await session.rows<{ id: string }>(
    sql`select t.id from campaigns.jurisdiction t where t.ocd_id = ${jurisdiction.id}`,
  );
  if (known) {
    await session.rows(sql`
update campaigns.jurisdiction t set as_of = ${asOf} where t.id = ${known.id} and (t.as_of is null or t.as_of < ${asOf})`);
    return known.id;
  }
  const id = newId('Jurisdiction');
  const { id: ocdId, name, classification } = jurisdiction;
  await insertRow(session, Jurisdiction, { ...owned, id, ocdId, name: textOf(name), classification, asOf });
  return id;
}

/** @returns the ids of the people named in a bill by their Open Civic Data ids; who is not known yet is added */
export async function writeLegislators(
  session: Session,
  { people }: ReadBill,
  jurisdictionId: string,
  asOf: Date,
): Promise<ReadonlyMap<string, string>> {
  const known = await session.rows<Pick<Legislator, 'id' | 'ocdId' | 'asOf'>>(sql`
select t.id, t.ocd_id as "ocdId", t.as_of as "asOf" from campaigns.legislator t
where t.ocd_id = any(${people.map(({ id }) => id)})`);
  const byOcdId = new Map(known.map((row) => [row.ocdId, row]));
  for (const person of people) {
    const before = byOcdId.get(person.id);
    if (before && (before.asOf === null || before.asOf < asOf)) {
      await updateRow(session, Legislator, { ...contentOf(person), asOf }, sql`t.id = ${before.id}`);
    }
  }
  const added = people
    .filter(({ id }) => !byOcdId.has(id))
    .map((person) => ({
      ...owned,
      id: newId('Legislator'),
      ocdId: person.id,
      jurisdictionId,
      ...contentOf(person),
      asOf,
    }));
  await insertRows(session, Legislator, added);
  return new Map([...known, ...added].map(({ ocdId, id }) => [ocdId, id]));
}

const contentOf = ({ name, party, current_role: role }: OpenStatesPerson) => ({
  name,
  party: party ?? null,
  chamber: role?.org_classification ?? null,
  district: role?.district ?? null,
});
