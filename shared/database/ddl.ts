import { levelsFrom, type SharingLevel, sharingLevels } from '../permission/policy';

/**
 * A table of rows that an organisation owns. `organization_id` and `sharing_level` are what row-level
 * security reads; the level is never above the group's ceiling. Keys start with the organisation: a global
 * unique key would tell of hidden rows. The last key is what child rows point at.
 */
export function ownedTable(schema: string, name: string, ceiling: SharingLevel, columns: string): string {
  return `create table ${schema}.${name} (
  id text collate "C" not null,
  ${guardedColumns(ceiling)},
  ${columns.trim()},
  primary key (organization_id, id),
  unique (organization_id, id, sharing_level)
);
create index ${name}_id on ${schema}.${name} (id);`;
}

/**
 * What row-level security reads of a row with a level of its own; `chosen_level` is what its organisation chose for it,
 * where it chose anything (see `shared/sharing`).
 */
export function guardedColumns(ceiling: SharingLevel): string {
  const wider = new Set(levelsFrom(ceiling).slice(1));
  const allowed = sharingLevels.filter((level) => !wider.has(level)).map((level) => `'${level}'`);
  return `organization_id text collate "C" not null,
  sharing_level text collate "C" not null check (sharing_level in (${allowed.join(', ')})),
  chosen_level text collate "C" check (chosen_level in (${allowed.join(', ')}))`;
}

/**
 * A table of rows that belong to a row of `parent`, by `subject_id`. The foreign key holds owner
 * and level too and follows their changes, so a child is never wider than its parent and no trigger has to
 * remember it. `columns` must end with the child's own key.
 */
export function childTable(schema: string, name: string, parent: string, columns: string): string {
  return `create table ${schema}.${name} (
  organization_id text collate "C" not null,
  sharing_level text collate "C" not null,
  subject_id text collate "C" not null,
  ${columns.trim()},
  foreign key (organization_id, subject_id, sharing_level)
    references ${schema}.${parent} (organization_id, id, sharing_level) on update cascade on delete cascade
);
create index ${name}_subject on ${schema}.${name} (subject_id);`;
}

/** The words a table's rows are found by: equality and prefix ranges use the index under row-level security. */
export function searchTable(schema: string, parent: string): string {
  return `${childTable(
    schema,
    `${parent}_search`,
    parent,
    `token text collate "C" not null,
  primary key (organization_id, subject_id, token)`,
  )}
create index ${parent}_search_token on ${schema}.${parent}_search (token, subject_id);`;
}
