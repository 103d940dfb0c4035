import sql, { raw, type Sql } from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { childTable } from '../../../shared/database/ddl';
import { groupBy } from '../../../shared/group-by';
import type { SubgraphContext } from '../../../shared/subgraph/context';

type Parent = 'service' | 'story_profile';

/** One of many codes (or ids) that a row carries: `list` says what it is, `position` keeps the source's order. */
export interface TagRow {
  readonly organizationId: string;
  readonly sharingLevel: string;
  readonly subjectId: string;
  readonly list: string;
  readonly code: string;
  readonly position: number;
}

/** The entity of `<parent>_tag`. */
export function tagEntity(parent: Parent): ClassType<TagRow> {
  @Entity({ schema: 'legal', name: `${parent}_tag` })
  class Tag implements TagRow {
    @PrimaryColumn('text', { name: 'organization_id' })
    organizationId!: string;

    @Column('text', { name: 'sharing_level' })
    sharingLevel!: string;

    @PrimaryColumn('text', { name: 'subject_id' })
    subjectId!: string;

    @PrimaryColumn('text')
    list!: string;

    @PrimaryColumn('text')
    code!: string;

    @Column('integer')
    position!: number;
  }
  return Tag;
}

/** All many-valued fields of a noun in one table: one statement loads them all, text equality finds by them. */
export const tagTable = (parent: Parent) => `${childTable(
  'legal',
  `${parent}_tag`,
  parent,
  `list text collate "C" not null,
  code text collate "C" not null,
  position integer not null,
  primary key (organization_id, subject_id, list, code)`,
)}
create index ${parent}_tag_code on legal.${parent}_tag (list, code, subject_id);`;

/** The rows of `<parent>_tag` for one owner. */
export const tagRows = (
  owner: { readonly id: string; readonly organizationId: string; readonly sharingLevel: string },
  lists: Readonly<Record<string, readonly string[]>>,
): TagRow[] =>
  Object.entries(lists).flatMap(([list, codes]) =>
    codes.map((code, position) => ({
      organizationId: owner.organizationId,
      sharingLevel: owner.sharingLevel,
      subjectId: owner.id,
      list,
      code,
      position,
    })),
  );

/** Holds for rows of `parent` that carry one of the codes in a list. */
export const hasTag = (parent: Parent, list: string, codes: readonly string[]): Sql =>
  sql`t.id in (
  select tag.subject_id from ${raw(`legal.${parent}_tag`)} tag
  where tag.list = ${list} and tag.code = any(${codes}))`;

/** The codes that a row carries in one list; all lists of all rows of a tick come in one statement. */
export async function loadTags(
  context: SubgraphContext,
  parent: Parent,
  id: string,
  list: string,
): Promise<string[]> {
  const tags = await context
    .loader<string, Map<string, TagRow[]>>(`tags of ${parent}`, async (ids) => {
      const rows = await context.session.rows<TagRow>(sql`
select tag.subject_id as "subjectId", tag.list, tag.code from ${raw(`legal.${parent}_tag`)} tag
where tag.subject_id = any(${ids}) order by tag.position`);
      const bySubject = groupBy(rows, (row) => row.subjectId);
      return ids.map((wanted) => groupBy(bySubject.get(wanted) ?? [], (row) => row.list));
    })
    .load(id);
  return (tags.get(list) ?? []).map(({ code }) => code);
}
