import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childTable } from '../../../shared/database/ddl';
import { subgraphRole } from '../../../shared/database/roles';

/** What stood before somebody corrected an actual figure of a campaign that was over, and why. */
const correction = childTable(
  'campaigns',
  'indicator_correction',
  'indicator_period',
  `position integer not null,
  value numeric,
  qualifier text collate "C" not null check (qualifier in ('EXACT', 'MORE_THAN', 'ALMOST', 'APPROXIMATE')),
  reason jsonb not null,
  corrected_at timestamptz not null default now(),
  primary key (organization_id, subject_id, position)`,
);

const frozen = ['result', 'indicator', 'indicator_period', 'indicator_link'];

/**
 * What a campaign has reached stays as it was when it was over. An actual figure may be corrected by whoever says so in
 * the same transaction; then the version of its indicator counts on, and nothing else changes.
 */
const guard = `
create function campaigns.guard_frozen() returns trigger language plpgsql as $$
declare
  the_actual text[] := array['actual_value', 'actual_qualifier', 'actual_comment', 'actual_place', 'actual_documents', 'actual_parts'];
  was jsonb := to_jsonb(old);
  row_now jsonb := coalesce(to_jsonb(new), was);
  owner text := row_now->>'organization_id';
  campaign text := case when tg_table_name in ('result', 'indicator') then row_now->>'subject_id'
    else (select i.subject_id from campaigns.indicator i
      where i.organization_id = owner and i.id = row_now->>'subject_id') end;
begin
  if current_user <> '${subgraphRole('campaigns')}' or not exists (select from campaigns.campaign c
    where c.organization_id = owner and c.id = campaign and c.status in ('COMPLETED', 'CANCELLED')) then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    if row_now - 'version' = was - 'version' then return null; end if;
    if tg_table_name = 'indicator_period' and row_now - the_actual = was - the_actual
      and exists (select from campaigns.indicator_correction k where k.organization_id = owner
        and k.subject_id = row_now->>'id' and k.corrected_at = now()) then
      return null;
    end if;
  end if;
  raise sqlstate 'TH000' using message = 'INVALID_STATE';
end $$;
${frozen
  .map(
    (table) => `create trigger guard_frozen after insert or update or delete on campaigns.${table}
  for each row execute function campaigns.guard_frozen();`,
  )
  .join('\n')}`;

export class FrozenResults31 implements MigrationInterface {
  readonly name = 'FrozenResults1790000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(correction);
    await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of frozen) await runner.query(`drop trigger guard_frozen on campaigns.${table}`);
    await runner.query(`drop function campaigns.guard_frozen();
drop table campaigns.indicator_correction;`);
  }
}
