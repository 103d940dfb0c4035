import { ownedTable } from '../../../shared/database/ddl';

interface RecordTable {
  readonly name: string;
  /** Besides those that all kinds have. */
  readonly columns: string;
  /** The column that lists go by. */
  readonly day: string;
  /** Columns that lists are narrowed by, besides those of all kinds. */
  readonly narrowedBy?: readonly string[];
}

/** A table of records of one kind. The campaign's level is part of the key that points at it, and so follows it. */
export const recordTable = ({ name, columns, day, narrowedBy = [] }: RecordTable): string => `
${ownedTable(
  'campaigns',
  name,
  'PUBLIC',
  `title jsonb not null,
  campaign_id text collate "C",
  campaign_level text collate "C",
  bill_id text collate "C",
  links text[] not null default '{}',
  archived_at timestamptz,
  version integer not null default 1,
  ${columns},
  check (num_nulls(campaign_id, campaign_level) in (0, 2)),
  foreign key (organization_id, campaign_id, campaign_level)
    references campaigns.campaign (organization_id, id, sharing_level) on update cascade`,
)}
create index ${name}_day on campaigns.${name} (${day}, id) where archived_at is null;
${['organization_id', 'campaign_id', 'bill_id', ...narrowedBy]
  .map(
    (column) =>
      `create index ${name}_${column} on campaigns.${name} (${column}, ${day}, id) where archived_at is null;`,
  )
  .join('\n')}`;
