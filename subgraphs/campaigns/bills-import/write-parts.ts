import sql, { raw } from 'sql-template-tag';
import { childOf } from '../../../shared/database/rows';
import { indexNewRow } from '../../../shared/database/search';
import type { Session } from '../../../shared/database/session';
import { tagRows } from '../../../shared/database/tags';
import { insertRows } from '../../../shared/database/write-rows';
import { newId } from '../../../shared/schema/type-id';
import { type Bill, BillTag } from '../bill/bill.entity';
import { BillAction, BillRelation } from '../bill/bill-parts.type';
import { Vote, VoteEvent } from '../vote-event/vote-event.entity';
import type { ReadBill } from './read-bill';

const tables = ['bill_search', 'bill_tag', 'bill_action', 'bill_relation', 'vote_event'];

/** Takes away what hangs on a bill, votes with their events, before it is written anew. */
export async function removeParts(session: Session, billId: string): Promise<void> {
  for (const table of tables) {
    await session.rows(sql`delete from ${raw(`campaigns.${table}`)} t where t.subject_id = ${billId}`);
  }
}

/** Writes what hangs on a bill. */
export async function writeParts(
  session: Session,
  bill: Bill,
  { bill: read, textOf }: ReadBill,
  legislators: ReadonlyMap<string, string>,
): Promise<void> {
  const child = childOf(bill);
  const actions = [...read.actions].sort((one, other) => one.order - other.order);
  await insertRows(
    session,
    BillAction,
    actions.map(({ date, organization, description, classification }, position) => ({
      ...child,
      position,
      date,
      organizationName: organization.name,
      organizationKind: organization.classification ?? null,
      description: textOf(description),
      classification,
    })),
  );
  await insertRows(
    session,
    BillRelation,
    read.related_bills.map((related, position) => ({
      ...child,
      position,
      relationType: related.relation_type,
      legislativeSession: related.legislative_session,
      identifier: related.identifier,
    })),
  );
  await insertRows(session, BillTag, tagRows(bill, { subjects: [...new Set(read.subject)] }));
  await writeVotes(session, bill, { bill: read, textOf }, legislators);
  const texts = [read.identifier, ...Object.values(bill.title)];
  await indexNewRow(session, 'campaigns', 'bill', { ...bill, texts });
}

async function writeVotes(
  session: Session,
  bill: Bill,
  { bill: read, textOf }: Pick<ReadBill, 'bill' | 'textOf'>,
  legislators: ReadonlyMap<string, string>,
): Promise<void> {
  const events = read.votes.map((vote, position) => ({
    ...childOf(bill),
    id: newId('VoteEvent'),
    position,
    ocdId: vote.id ?? null,
    startDate: vote.start_date,
    motionText: textOf(vote.motion_text),
    motionClassification: vote.motion_classification,
    result: vote.result,
    organizationName: vote.organization.name,
    organizationKind: vote.organization.classification ?? null,
    counts: vote.counts,
  }));
  await insertRows(session, VoteEvent, events);
  await insertRows(
    session,
    Vote,
    read.votes.flatMap(({ votes }, n) =>
      votes.map(({ option, voter_name: voterName, voter }, position) => ({
        ...childOf(events[n]!),
        position,
        option,
        voterName,
        legislatorId: (voter && legislators.get(voter.id)) ?? null,
      })),
    ),
  );
}
