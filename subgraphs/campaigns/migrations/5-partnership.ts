import type { MigrationInterface, QueryRunner } from 'typeorm';
import { subgraphRole } from '../../../shared/database/roles';

/**
 * Who works on a campaign besides its lead. No level of its own: its two parties see it, and nobody else. What a joined
 * partner reads is decided by this table on each read.
 */
const partnership = `
create table campaigns.campaign_partnership (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  campaign_id text collate "C" not null,
  partner_id text collate "C" not null,
  state text collate "C" not null default 'INVITED' check (state in ('INVITED', 'JOINED', 'DECLINED', 'LEFT', 'REMOVED')),
  message jsonb,
  invited_at timestamptz not null default now(),
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, campaign_id) references campaigns.campaign (organization_id, id) on delete cascade,
  check (partner_id <> organization_id)
);
create index campaign_partnership_id on campaigns.campaign_partnership (id);
create index campaign_partnership_campaign on campaigns.campaign_partnership (campaign_id, id);
create index campaign_partnership_partner on campaigns.campaign_partnership (partner_id, state, campaign_id);
create unique index campaign_partnership_alive on campaigns.campaign_partnership (organization_id, campaign_id, partner_id)
  where state in ('INVITED', 'JOINED');`;

/** Each step is for one of the two, whatever the program does; an organisation is invited once at a time. */
const guard = `
create function campaigns.guard_partnership() returns trigger language plpgsql as $$
declare
  change text := case when tg_op = 'INSERT' then 'to ' || new.state else old.state || ' to ' || new.state end;
  steps text[] := case when new.organization_id = hub.viewer_organization()
    then array['to INVITED', 'INVITED to REMOVED', 'JOINED to REMOVED']
    else array['INVITED to JOINED', 'INVITED to DECLINED', 'JOINED to LEFT'] end;
begin
  if current_user <> '${subgraphRole('campaigns')}' then return new; end if;
  if not change = any (steps) then
    raise insufficient_privilege using message = 'this step is not this viewer''s';
  end if;
  if tg_op = 'INSERT' then
    perform pg_advisory_xact_lock(hashtextextended('campaigns.campaign_partnership ' || new.campaign_id || new.partner_id, 0));
    if exists (select from campaigns.campaign_partnership p where p.organization_id = new.organization_id
      and p.campaign_id = new.campaign_id and p.partner_id = new.partner_id and p.state in ('INVITED', 'JOINED')) then
      raise sqlstate 'TH000' using message = 'ALREADY_DONE';
    end if;
  elsif new.state in ('JOINED', 'DECLINED') then
    new.answered_at := now();
  else
    new.ended_at := now();
  end if;
  return new;
end $$;
create trigger guard_partnership before insert or update on campaigns.campaign_partnership
  for each row execute function campaigns.guard_partnership();`;

export class Partnership5 implements MigrationInterface {
  readonly name = 'Partnership1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(partnership);
    await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table campaigns.campaign_partnership;
drop function campaigns.guard_partnership();`);
  }
}
