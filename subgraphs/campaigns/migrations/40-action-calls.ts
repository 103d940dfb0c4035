import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedTable } from '../../../shared/database/ddl';
import { subgraphRole } from '../../../shared/database/roles';

/** The campaign may be another organisation's, and the bill is the coalition's: no key points at them. */
const actionCall = `${ownedTable(
  'campaigns',
  'action_call',
  'PUBLIC',
  `campaign_id text collate "C",
  kind text collate "C" not null check (kind in ('PETITION', 'CONTACT_LEGISLATOR', 'TESTIMONY', 'PLEDGE')),
  state text collate "C" not null default 'DRAFT' check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  title jsonb not null,
  text jsonb not null,
  addressee jsonb,
  bill_id text collate "C",
  legislator_ids text[] collate "C" not null default '{}',
  opens_on date,
  closes_on date,
  goal integer check (goal >= 1),
  version integer not null default 1 check (version >= 1),
  check (closes_on >= opens_on),
  check (state <> 'DRAFT' or sharing_level = 'PRIVATE')`,
)}
create index action_call_campaign on campaigns.action_call (campaign_id, id);
create index action_call_kind on campaigns.action_call (kind, id);
create index action_call_state on campaigns.action_call (state, id);`;

/**
 * The life of a call, whatever the program does. A draft stays private, also where its organisation shares everything
 * else; what people put their name to stays as it was opened.
 */
const guard = `
create function campaigns.guard_action_call() returns trigger language plpgsql as $$
declare change text := case when tg_op = 'INSERT' then 'to ' || new.state else old.state || ' to ' || new.state end;
begin
  if current_user <> '${subgraphRole('campaigns')}' then return new; end if;
  if change not in ('to DRAFT', 'DRAFT to DRAFT', 'DRAFT to OPEN', 'OPEN to OPEN', 'OPEN to CLOSED', 'CLOSED to CLOSED')
    or (tg_op = 'UPDATE' and old.state <> 'DRAFT' and row(new.kind, new.title, new.text, new.addressee, new.bill_id, new.legislator_ids)
      is distinct from row(old.kind, old.title, old.text, old.addressee, old.bill_id, old.legislator_ids)) then
    raise sqlstate 'TH000' using message = 'INVALID_STATE';
  end if;
  if new.state = 'DRAFT' then new.sharing_level := 'PRIVATE'; end if;
  return new;
end $$;
create trigger guard_action_call before insert or update on campaigns.action_call
  for each row execute function campaigns.guard_action_call();`;

export class ActionCalls40 implements MigrationInterface {
  readonly name = 'ActionCalls1790000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(actionCall);
    await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaigns.action_call; drop function campaigns.guard_action_call();');
  }
}
