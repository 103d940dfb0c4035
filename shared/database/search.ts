import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { HubError } from '../errors';
import { searchTokens, withoutArticle, words } from '../language/fold';
import { idAmong } from './id-among';
import type { Session } from './session';

const maximumWords = 8;
/** Checked before anything else: folding a text of combining marks costs the square of its length. */
const maximumLength = 200;

/** Conditions that hold for rows in which every word of `text` begins some word of theirs. */
export function matchesSearch(schema: string, parent: string, text: string): Sql[] {
  if (text.length > maximumLength) {
    throw new HubError('INVALID_ARGUMENT', `"search" takes at most ${maximumLength} characters`);
  }
  const wanted = words(text).map(withoutArticle);
  if (wanted.length === 0) throw new HubError('INVALID_ARGUMENT', '"search" holds no letter or digit');
  if (wanted.length > maximumWords) {
    throw new HubError('INVALID_ARGUMENT', `"search" takes at most ${maximumWords} words`);
  }
  return wanted.map((word) =>
    idAmong(sql`
  select found.subject_id from ${raw(`${schema}.${parent}_search`)} found
  where found.token >= ${word} and found.token < ${`${word}\u{10ffff}`}`),
  );
}

interface SearchableRow {
  readonly id: string;
  readonly organizationId: string;
  readonly sharingLevel: string;
  readonly texts: readonly string[];
}

/** The same for one row that a viewer has just made. */
export async function indexNewRow(
  session: Session,
  schema: string,
  parent: string,
  { organizationId, sharingLevel, id, texts }: SearchableRow,
): Promise<void> {
  await session.rows(sql`
insert into ${raw(`${schema}.${parent}_search`)} (organization_id, sharing_level, subject_id, token)
select ${organizationId}, ${sharingLevel}, ${id}, token from unnest(${searchTokens(texts)}::text[]) token`);
}

/** Brings the words of a row up to date: those of the texts `before` go, those of its texts now come, all others stay. */
export async function indexChangedRow(
  session: Session,
  schema: string,
  parent: string,
  { organizationId, sharingLevel, id, texts }: SearchableRow,
  before: readonly string[],
): Promise<void> {
  const table = raw(`${schema}.${parent}_search`);
  const now = searchTokens(texts);
  const gone = searchTokens(before).filter((token) => !now.includes(token));
  await session.rows(sql`
delete from ${table} where organization_id = ${organizationId} and subject_id = ${id} and token = any(${gone})`);
  await session.rows(sql`
insert into ${table} (organization_id, sharing_level, subject_id, token)
select ${organizationId}, ${sharingLevel}, ${id}, token from unnest(${now}::text[]) token on conflict do nothing`);
}

/** Writes the words of freshly inserted rows; to be called in the same transaction as the insert. */
export async function indexForSearch(
  manager: EntityManager,
  schema: string,
  parent: string,
  rows: readonly SearchableRow[],
): Promise<void> {
  const found = rows.flatMap((row) =>
    searchTokens(row.texts).map((token) => [row.organizationId, row.sharingLevel, row.id, token] as const),
  );
  await manager.query(
    `insert into ${schema}.${parent}_search (organization_id, sharing_level, subject_id, token)
select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    [0, 1, 2, 3].map((column) => found.map((row) => row[column])),
  );
}
