import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedTable } from '../../../shared/database/ddl';
import { subgraphRole } from '../../../shared/database/roles';

/** The board of a campaign. Rows belong to its lead; who has joined writes them too. */
const tasks = `${ownedTable(
  'campaigns',
  'campaign_task',
  'COALITION',
  `campaign_id text collate "C" not null,
  title jsonb not null,
  description jsonb,
  owner_organization_id text collate "C" not null,
  person_id text collate "C",
  state text collate "C" not null default 'NEEDS_ACTION' check (state in ('NEEDS_ACTION', 'IN_PROCESS', 'COMPLETED', 'CANCELLED')),
  due_on date,
  due_key date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  done_at timestamptz,
  blocker_ids text[] collate "C" not null default '{}',
  version integer not null default 1,
  foreign key (organization_id, campaign_id) references campaigns.campaign (organization_id, id) on delete cascade`,
)}
create index campaign_task_due on campaigns.campaign_task (due_key, id);
create index campaign_task_campaign on campaigns.campaign_task (campaign_id, due_key, id);
create index campaign_task_lead on campaigns.campaign_task (organization_id, due_key, id);
create index campaign_task_owner on campaigns.campaign_task (owner_organization_id, due_key, id);
create index campaign_task_person on campaigns.campaign_task (person_id, due_key, id);`;

/**
 * What two writers could break between them: only who works on a campaign gets its tasks, and no task waits for itself,
 * by whatever way round. Whoever changes who waits for whom has the campaign's tasks to itself until the commit, and looks
 * at them after that.
 */
const guard = `
create function campaigns.guard_task() returns trigger language plpgsql as $$
begin
  -- Of what is new, nothing was before: the fields of "old" are null.
  if current_user <> '${subgraphRole('campaigns')}' then return new; end if;
  if new.state is distinct from old.state then
    new.done_at := case when new.state = 'COMPLETED' then now() end;
  end if;
  if tg_op = 'INSERT' and new.organization_id <> hub.viewer_organization() and new.sharing_level <> 'PRIVATE' then
    raise insufficient_privilege using message = 'the sharing level is not this viewer''s to choose';
  end if;
  if new.owner_organization_id is distinct from old.owner_organization_id
    and new.owner_organization_id <> new.organization_id
    and not exists (select from campaigns.campaign_partnership p where p.organization_id = new.organization_id
      and p.campaign_id = new.campaign_id and p.partner_id = new.owner_organization_id and p.state = 'JOINED') then
    raise sqlstate 'TH000' using message = 'NOT_A_PARTNER';
  end if;
  if new.blocker_ids <> coalesce(old.blocker_ids, '{}') then
    perform pg_advisory_xact_lock(hashtextextended('campaigns.campaign_task ' || new.campaign_id, 0));
    if exists (select from unnest(new.blocker_ids) as given(id) where not exists (select from campaigns.campaign_task t
      where t.organization_id = new.organization_id and t.campaign_id = new.campaign_id and t.id = given.id)) then
      raise sqlstate 'TH000' using message = 'NO_SUCH_TASK';
    end if;
    if exists (
      with recursive awaited(id) as (
        select unnest(new.blocker_ids)
        union select unnest(t.blocker_ids) from campaigns.campaign_task t join awaited on awaited.id = t.id
          where t.organization_id = new.organization_id)
      select from awaited where awaited.id = new.id) then
      raise sqlstate 'TH000' using message = 'WAITS_FOR_ITSELF';
    end if;
  end if;
  return new;
end $$;
create trigger guard_task before insert or update on campaigns.campaign_task
  for each row execute function campaigns.guard_task();`;

export class Tasks6 implements MigrationInterface {
  readonly name = 'Tasks1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tasks);
    await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table campaigns.campaign_task;
drop function campaigns.guard_task();`);
  }
}
