import sql, { type Sql } from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import type { SubgraphContext } from '../subgraph/context';
import { type TermRecord, termsOf } from '../taxonomy/term';
import { tableOf } from './columns';
import { childTable } from './ddl';
import { idAmong } from './id-among';
import { loadChildren } from './load-rows';
import { ChildRow, childOf, type OwnedRow } from './rows';

/**
 * One of many codes (or ids) that a row carries: `list` says of which vocabulary. A table of its own (`<noun>_tag`)
 * for all many-valued fields of a noun, because row-level security can use its index and not an array's.
 */
export interface TagRow extends ChildRow {
  readonly list: string;
  readonly code: string;
}

/** The entity of `<schema>.<noun>_tag`. */
export function tagEntity(schema: string, noun: string): ClassType<TagRow> {
  @Entity({ schema, name: `${noun}_tag` })
  class Tag extends ChildRow implements TagRow {
    @PrimaryColumn('text')
    list!: string;

    @PrimaryColumn('text')
    code!: string;
  }
  return Tag;
}

/** The table behind {@link tagEntity}, for a migration. */
export const tagTable = (schema: string, noun: string) => `${childTable(
  schema,
  `${noun}_tag`,
  noun,
  `list text collate "C" not null,
  code text collate "C" not null,
  position integer not null,
  primary key (organization_id, subject_id, list, code)`,
)}
create index ${noun}_tag_code on ${schema}.${noun}_tag (list, code, subject_id);`;

/** The tags of one row, as they are inserted. */
export const tagRows = (subject: OwnedRow, lists: Readonly<Record<string, readonly string[]>>): TagRow[] =>
  Object.entries(lists).flatMap(([list, codes]) =>
    codes.map((code, position) => ({ ...childOf(subject), list, code, position })),
  );

/** Holds for rows `t` that carry one of the codes of a list. */
export const hasTag = (entity: ClassType<TagRow>, list: string, codes: readonly string[]): Sql =>
  idAmong(sql`
  select tag.subject_id from ${tableOf(entity)} tag where tag.list = ${list} and tag.code = any(${codes})`);

/** The codes of one list that a row carries; all lists of all rows of a tick come in one statement. */
export async function loadCodes(
  context: SubgraphContext,
  entity: ClassType<TagRow>,
  id: string,
  list: string,
): Promise<string[]> {
  const tags = await loadChildren(context, entity, id);
  return tags.filter((tag) => tag.list === list).map(({ code }) => code);
}

/** The terms behind those codes, for a list that is named after its vocabulary. */
export async function loadTerms(
  context: SubgraphContext,
  entity: ClassType<TagRow>,
  id: string,
  list: string,
): Promise<TermRecord[]> {
  return termsOf(list, await loadCodes(context, entity, id, list));
}
