import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedTable } from '../../../shared/database/ddl';
import { subgraphRole } from '../../../shared/database/roles';
import { kindsWithoutSides } from '../bill-position/kinds-without-sides';

/**
 * What organisations think of a bill, each version a row that never changes. The bill is the coalition's, so no key
 * points at it.
 */
const position = `${ownedTable(
  'campaigns',
  'bill_position',
  'PUBLIC',
  `bill_id text collate "C" not null,
  version integer not null default 1 check (version >= 1),
  stance text collate "C" not null check (stance in ('MONITOR', 'NEUTRAL', 'NO_POSITION', 'SUPPORT', 'OPPOSE')),
  reason jsonb not null,
  taken_on date not null default current_date,
  replaced_on date check (replaced_on >= taken_on),
  unique (organization_id, bill_id, version)`,
)}
create index bill_position_bill on campaigns.bill_position (bill_id, id) where replaced_on is null;
create index bill_position_owner on campaigns.bill_position (organization_id, id) where replaced_on is null;
create unique index bill_position_current on campaigns.bill_position (organization_id, bill_id) where replaced_on is null;
create function campaigns.guard_bill_position() returns trigger language plpgsql as $$
declare current_version integer;
begin
  -- Migrations and administrators answer for themselves.
  if current_user <> '${subgraphRole('campaigns')}' then return new; end if;
  if new.stance in ('SUPPORT', 'OPPOSE') and coalesce(hub.viewer_kind() = any ('{${kindsWithoutSides.join()}}'), true) then
    raise sqlstate 'TH000' using message = 'KIND_TAKES_NO_SIDES';
  end if;
  new.taken_on := current_date;
  new.replaced_on := null;
  update campaigns.bill_position p set replaced_on = current_date
    where p.organization_id = new.organization_id and p.bill_id = new.bill_id and p.replaced_on is null
    returning p.version into current_version;
  if current_version is null and exists (select from campaigns.bill_position p
    where p.organization_id = new.organization_id and p.bill_id = new.bill_id and p.replaced_on is null) then
    raise sqlstate 'TH000' using message = 'NOT_FOUND';
  end if;
  new.version := coalesce(current_version, 0) + 1;
  return new;
end $$;
create trigger guard_bill_position before insert on campaigns.bill_position
  for each row execute function campaigns.guard_bill_position();`;

export class BillPositions21 implements MigrationInterface {
  readonly name = 'BillPositions1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(position);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaigns.bill_position; drop function campaigns.guard_bill_position()');
  }
}
