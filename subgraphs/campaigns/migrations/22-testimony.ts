import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childTable, ownedTable } from '../../../shared/database/ddl';
import { subgraphRole } from '../../../shared/database/roles';

/** Drafts are nobody else's, whatever the organisation shares otherwise. */
const testimony = `${ownedTable(
  'campaigns',
  'testimony',
  'PUBLIC',
  `version integer not null default 1 check (version >= 1),
  state text collate "C" not null check (state in ('APPROVED', 'DELIVERED', 'DRAFT')),
  text jsonb not null,
  approved_on date,
  delivered_on date,
  check (state <> 'DRAFT' or sharing_level = 'PRIVATE')`,
)}
create index testimony_owner on campaigns.testimony (organization_id, id);
${childTable(
  'campaigns',
  'testimony_bill',
  'testimony',
  `position integer not null,
  bill_id text collate "C" not null,
  primary key (organization_id, subject_id, bill_id)`,
)}
create index testimony_bill_bill on campaigns.testimony_bill (bill_id, subject_id);
create function campaigns.guard_testimony() returns trigger language plpgsql as $$
declare change text := case when tg_op = 'INSERT' then 'to ' || new.state else old.state || ' to ' || new.state end;
begin
  if current_user <> '${subgraphRole('campaigns')}' then return new; end if;
  if change not in ('to DRAFT', 'DRAFT to DRAFT', 'DRAFT to APPROVED', 'APPROVED to APPROVED', 'APPROVED to DELIVERED', 'DELIVERED to DELIVERED')
    or (change = 'DRAFT to DRAFT' and new.sharing_level <> 'PRIVATE')
    or (tg_op = 'UPDATE' and old.state <> 'DRAFT' and new.text <> old.text) then
    raise sqlstate 'TH000' using message = 'INVALID_STATE';
  end if;
  if new.state = 'DRAFT' then
    new.sharing_level := 'PRIVATE';
    new.chosen_level := 'PRIVATE';
  end if;
  return new;
end $$;
create trigger guard_testimony before insert or update on campaigns.testimony
  for each row execute function campaigns.guard_testimony();`;

export class Testimony22 implements MigrationInterface {
  readonly name = 'Testimony1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(testimony);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table campaigns.testimony_bill, campaigns.testimony; drop function campaigns.guard_testimony()',
    );
  }
}
