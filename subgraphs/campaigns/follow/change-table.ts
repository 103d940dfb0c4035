import { childTable } from '../../../shared/database/ddl';
import { ownedFunction } from '../../../shared/database/owned-function';
import { auditorRole, migratorRole } from '../../../shared/database/roles';

/** What can be followed, by the noun of its table; each has an outbox of its own, as widely shared as it is. */
export const changingNouns = ['campaign', 'bill', 'legislator'] as const;
type Noun = (typeof changingNouns)[number];

/**
 * The outbox of a noun: one row per change, written by the transaction that makes it, without any value. Readers go by
 * `(horizon, sequence)`, below the oldest transaction that still runs. Of one subject nobody draws a number before whoever
 * has changed it last is done, and `horizon` is the youngest of its writers so far, not the writer of the row: a writer
 * that began early and came late would otherwise stand before changes that were made first.
 */
export const changeTable = (noun: Noun, kinds: readonly string[]): string => `
${childTable(
  'campaigns',
  `${noun}_change`,
  noun,
  `id text collate "C" not null default campaigns.change_id(),
  kind text collate "C" not null check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})),
  at timestamptz not null default clock_timestamp(),
  horizon bigint not null,
  sequence bigint not null default nextval('campaigns.change_sequence'),
  primary key (organization_id, id)`,
)}
create index ${noun}_change_id on campaigns.${noun}_change (id);
create index ${noun}_change_order on campaigns.${noun}_change (subject_id, horizon, sequence);
create function campaigns.note_${noun}_change() returns trigger security definer language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  row_now jsonb := to_jsonb(new);
  owner text := row_now->>'organization_id';
  subject text := row_now->>tg_argv[0];
begin
  -- Seeding is no news.
  if session_user = '${migratorRole}' then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('campaigns.${noun}_change ' || subject, 0));
  insert into campaigns.${noun}_change (organization_id, sharing_level, subject_id, kind, horizon)
    values (owner, row_now->>'sharing_level', subject, tg_argv[1], greatest(pg_current_xact_id()::text::bigint,
      (select max(c.horizon) from campaigns.${noun}_change c where c.organization_id = owner and c.subject_id = subject)));
  return null;
end $$;${ownedFunction(`campaigns.note_${noun}_change()`, auditorRole, migratorRole)}`;

export const dropChangeTable = (noun: Noun): string =>
  `drop table campaigns.${noun}_change; drop function campaigns.note_${noun}_change();`;

interface Noting {
  readonly table: string;
  readonly on: 'insert' | 'update';
  /** What must hold of `old` and `new`. */
  readonly when?: string;
  readonly noun: Noun;
  readonly kind: string;
}

/** Has a table's changes noted as changes of what they belong to. */
export const noteChanges = ({ table, on, when, noun, kind }: Noting): string => `
create trigger note_${kind.toLowerCase()} after ${on} on campaigns.${table} for each row
  ${when === undefined ? '' : `when (${when})`}
  execute function campaigns.note_${noun}_change('${table === noun ? 'id' : 'subject_id'}', '${kind}');`;

export const dropNoting = ({ table, kind }: Noting): string =>
  `drop trigger note_${kind.toLowerCase()} on campaigns.${table};`;

/** How widely a row is shared, and when its source was read, is no news about it. */
const aside = `'{sharing_level,chosen_level,as_of}'::text[]`;
export const saysSomethingElse = `to_jsonb(old) - ${aside} is distinct from to_jsonb(new) - ${aside}`;
