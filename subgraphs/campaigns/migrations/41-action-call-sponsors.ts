import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childTable } from '../../../shared/database/ddl';
import { ownedFunction } from '../../../shared/database/owned-function';
import { auditorRole, migratorRole, subgraphRole } from '../../../shared/database/roles';

/** Which organisations are asked to bring a call together with its lead. Its two parties see it, and nobody else. */
const sponsorship = `
create table campaigns.action_call_sponsorship (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  call_id text collate "C" not null,
  partner_id text collate "C" not null,
  state text collate "C" not null default 'INVITED' check (state in ('INVITED', 'JOINED', 'ENDED')),
  invited_at timestamptz not null default now(),
  joined_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, call_id) references campaigns.action_call (organization_id, id) on delete cascade,
  check (partner_id <> organization_id)
);
create index action_call_sponsorship_id on campaigns.action_call_sponsorship (id);
create index action_call_sponsorship_call on campaigns.action_call_sponsorship (call_id, id);
create index action_call_sponsorship_partner on campaigns.action_call_sponsorship (partner_id);
create index action_call_sponsorship_state on campaigns.action_call_sponsorship (state, id);
create unique index action_call_sponsorship_alive on campaigns.action_call_sponsorship (organization_id, call_id, partner_id)
  where state <> 'ENDED';
create function campaigns.guard_sponsorship() returns trigger language plpgsql as $$
declare
  change text := case when tg_op = 'INSERT' then 'to ' || new.state else old.state || ' to ' || new.state end;
  steps text[] := case when new.organization_id = hub.viewer_organization()
    then array['to INVITED', 'INVITED to ENDED', 'JOINED to ENDED']
    else array['INVITED to JOINED', 'INVITED to ENDED', 'JOINED to ENDED'] end;
begin
  if current_user <> '${subgraphRole('campaigns')}' then return new; end if;
  if not change = any (steps) then
    raise insufficient_privilege using message = 'this step is not this viewer''s';
  end if;
  if new.state = 'JOINED' then new.joined_at := now(); end if;
  if new.state = 'ENDED' then new.ended_at := now(); end if;
  return new;
end $$;
create trigger guard_sponsorship before insert or update on campaigns.action_call_sponsorship
  for each row execute function campaigns.guard_sponsorship();`;

/**
 * Who brings a call besides its lead: named wherever the call is. Kept in step with the sponsorships, and written by
 * nobody by hand.
 */
const sponsor = `${childTable(
  'campaigns',
  'action_call_sponsor',
  'action_call',
  `position integer not null,
  sponsor_id text collate "C" not null,
  primary key (organization_id, subject_id, sponsor_id)`,
)}
create function campaigns.keep_sponsor() returns trigger security definer language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if new.state = 'JOINED' then
    insert into campaigns.action_call_sponsor (organization_id, sharing_level, subject_id, position, sponsor_id)
      select c.organization_id, c.sharing_level, c.id,
        (select coalesce(max(s.position), 0) + 1 from campaigns.action_call_sponsor s where s.subject_id = c.id), new.partner_id
      from campaigns.action_call c
      where c.organization_id = new.organization_id and c.id = new.call_id;
  else
    delete from campaigns.action_call_sponsor s
      where s.organization_id = new.organization_id and s.subject_id = new.call_id and s.sponsor_id = new.partner_id;
  end if;
  return null;
end $$;${ownedFunction('campaigns.keep_sponsor()', auditorRole, migratorRole)}
create trigger keep_sponsor after update of state on campaigns.action_call_sponsorship
  for each row execute function campaigns.keep_sponsor();`;

export class ActionCallSponsors41 implements MigrationInterface {
  readonly name = 'ActionCallSponsors1790000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sponsorship);
    await runner.query(sponsor);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table campaigns.action_call_sponsor, campaigns.action_call_sponsorship;
drop function campaigns.guard_sponsorship(), campaigns.keep_sponsor();`);
  }
}
