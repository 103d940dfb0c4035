import sql from 'sql-template-tag';
import type { OwnedRow } from '../../../shared/database/rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import type { CreditRole } from './campaign-credit.entity';
import type { TagList } from './campaign-tag.entity';

/** Puts lists of codes in the place of those that a campaign had. */
export async function writeTags(
  { session }: SubgraphContext,
  { organizationId, sharingLevel, id }: OwnedRow,
  lists: Partial<Record<TagList, readonly string[]>>,
): Promise<void> {
  const rows = numbered(lists);
  await session.rows(sql`
delete from campaigns.campaign_tag where organization_id = ${organizationId} and subject_id = ${id} and list = any(${Object.keys(lists)})`);
  await session.rows(sql`
insert into campaigns.campaign_tag (organization_id, sharing_level, subject_id, list, code, position)
select ${organizationId}, ${sharingLevel}, ${id}, list, code, position
from unnest(${rows.map(({ list }) => list)}::text[], ${rows.map(({ value }) => value)}::text[],
  ${rows.map(({ position }) => position)}::int[]) as given(list, code, position)`);
}

/** The same with the organisations that it credits. */
export async function writeCredits(
  { session }: SubgraphContext,
  { organizationId, sharingLevel, id }: OwnedRow,
  credits: Partial<Record<CreditRole, readonly string[]>>,
): Promise<void> {
  const rows = numbered(credits);
  await session.rows(sql`
delete from campaigns.campaign_credit where organization_id = ${organizationId} and subject_id = ${id} and role = any(${Object.keys(credits)})`);
  await session.rows(sql`
insert into campaigns.campaign_credit (organization_id, sharing_level, subject_id, role, credited_id, position)
select ${organizationId}, ${sharingLevel}, ${id}, role, credited, position
from unnest(${rows.map(({ list }) => list)}::text[], ${rows.map(({ value }) => value)}::text[],
  ${rows.map(({ position }) => position)}::int[]) as given(role, credited, position)`);
}

const numbered = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lists).flatMap(([list, values]) =>
    values.map((value, position) => ({ list, value, position })),
  );
