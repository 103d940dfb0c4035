import type { MigrationInterface, QueryRunner } from 'typeorm';
import { subgraphRole } from '../../../shared/database/roles';
import { mayFollowSql } from '../campaign/status-changes';

/** Campaigns are written by people from now on: each change is counted, and their life has an order. */
const campaign = `
alter table campaigns.campaign add column version integer not null default 1;
create function campaigns.guard_status() returns trigger language plpgsql as $$ begin
  if current_user <> '${subgraphRole('campaigns')}' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status = 'PLANNED' then return new; end if;
  elsif old.status is not distinct from new.status or ${mayFollowSql} then
    return new;
  end if;
  raise insufficient_privilege using message = 'a campaign''s life does not go like that';
end $$;
create trigger guard_status before insert or update on campaigns.campaign
  for each row execute function campaigns.guard_status();`;

export class Writing4 implements MigrationInterface {
  readonly name = 'Writing1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(campaign);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger guard_status on campaigns.campaign;
drop function campaigns.guard_status();
alter table campaigns.campaign drop column version;`);
  }
}
