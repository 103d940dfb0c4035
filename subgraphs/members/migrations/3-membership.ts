import type { MigrationInterface, QueryRunner } from 'typeorm';
import { coalitionId } from '../../../shared/coalition';
import { ownedFunction } from '../../../shared/database/owned-function';
import { auditorRole, migratorRole, subgraphRole } from '../../../shared/database/roles';

/**
 * Whether an organisation is a member, apart from what it says about itself: its own people edit the one, the
 * coalition's staff decide the other. Everybody may know it; why and by whom is a row of the history.
 */
const membership = `
create table members.membership (
  organization_id text collate "C" not null,
  sharing_level text collate "C" not null default 'PUBLIC' check (sharing_level = 'PUBLIC'),
  id text collate "C" not null,
  status text collate "C" not null check (status in ('ACTIVE', 'SUSPENDED', 'LEFT')),
  since timestamptz not null default now(),
  primary key (organization_id, id),
  check (id = organization_id),
  -- Who would take it back?
  check (organization_id <> '${coalitionId}' or status = 'ACTIVE')
);
create index membership_hidden on members.membership (status) where status <> 'ACTIVE';
create index membership_id on members.membership (id);`;

/** An application to join. Its owner is the organisation that it would be, or the directory entry that it is. */
const application = `
create table members.application (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  status text collate "C" not null check (status in ('APPLIED', 'UNDER_REVIEW', 'ADMITTED', 'REJECTED', 'WITHDRAWN')),
  is_entry boolean not null,
  name jsonb not null check (name ?& array['ar', 'en']),
  kind text collate "C" not null,
  country text collate "C" not null,
  place text collate "C",
  description jsonb not null,
  contact_name text not null,
  contact_email text not null,
  reason text not null,
  link_key text collate "C" not null,
  applied_at timestamptz not null default now(),
  decided_at timestamptz,
  decision_reason text,
  primary key (organization_id, id)
);
create index application_id on members.application (id);
create index application_link on members.application (link_key);
create table members.membership_change (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  application_id text collate "C",
  status text collate "C" not null check (status in ('UNDER_REVIEW', 'ACTIVE', 'REJECTED', 'SUSPENDED', 'LEFT')),
  reason text,
  decided_by text collate "C" not null,
  at timestamptz not null default now(),
  primary key (organization_id, id)
);
create table members.application_count (
  key text collate "C" not null,
  day date not null default current_date,
  count integer not null default 1,
  primary key (key, day)
);`;

/**
 * The lifecycle, whatever the program does: applied, under review, admitted or rejected; active, suspended, left, and
 * active again only by a new application. Whoever applies may change and withdraw the application, and staff decide it
 * without touching what it says.
 */
const guards = `
create function members.by_staff() returns boolean stable language sql
  return hub.viewer_organization() = '${coalitionId}' and hub.viewer_may('{COALITION_STAFF}', 'membership.application:u');
create function members.guard_application() returns trigger language plpgsql as $$
declare change text := case when tg_op = 'INSERT' then 'to ' || new.status else old.status || ' to ' || new.status end;
begin
  if current_user <> '${subgraphRole('members')}' then return new; end if;
  if change = 'to APPLIED' and new.decided_at is null then return new; end if;
  if tg_op = 'UPDATE' then
    if members.by_staff() then
      if change in ('APPLIED to UNDER_REVIEW', 'APPLIED to REJECTED', 'UNDER_REVIEW to ADMITTED', 'UNDER_REVIEW to REJECTED')
        and to_jsonb(new) - '{status,decided_at,decision_reason}'::text[] = to_jsonb(old) - '{status,decided_at,decision_reason}'::text[] then
        return new;
      end if;
    elsif change in ('APPLIED to APPLIED', 'APPLIED to WITHDRAWN', 'UNDER_REVIEW to WITHDRAWN') and new.decision_reason is null then
      return new;
    end if;
  end if;
  raise insufficient_privilege using message = 'an application does not change like that';
end $$;
create trigger guard_application before insert or update on members.application
  for each row execute function members.guard_application();
create function members.guard_membership() returns trigger language plpgsql as $$
declare
  change text := case when tg_op = 'INSERT' then 'to ' || new.status else old.status || ' to ' || new.status end;
begin
  if current_user <> '${subgraphRole('members')}' then return new; end if;
  if change in ('to ACTIVE', 'LEFT to ACTIVE') then
    if members.by_staff() and exists (select from members.application a
      where a.organization_id = new.organization_id and a.status = 'UNDER_REVIEW') then return new; end if;
  elsif change in ('ACTIVE to SUSPENDED', 'SUSPENDED to ACTIVE') then
    if members.by_staff() then return new; end if;
  elsif change in ('ACTIVE to LEFT', 'SUSPENDED to LEFT') then
    if new.organization_id = hub.viewer_organization() then return new; end if;
  end if;
  raise insufficient_privilege using message = 'a membership does not change like that';
end $$;
create trigger guard_membership before insert or update on members.membership
  for each row execute function members.guard_membership();`;

/**
 * The names by which finished work credits organisations, also those that have left. Kept by the coalition and in step
 * with the directory; nobody writes it by hand.
 */
const credit = `
create table members.organization_credit (
  organization_id text collate "C" not null,
  sharing_level text collate "C" not null default 'PUBLIC' check (sharing_level = 'PUBLIC'),
  id text collate "C" not null,
  name jsonb not null,
  acronym text,
  primary key (organization_id, id)
);
create index organization_credit_id on members.organization_credit (id);
create function members.keep_credit() returns trigger security definer language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  insert into members.organization_credit (organization_id, id, name, acronym)
    values ('${coalitionId}', new.id, new.name, new.acronym)
    on conflict (organization_id, id) do update set name = excluded.name, acronym = excluded.acronym;
  return null;
end $$;${ownedFunction('members.keep_credit()', auditorRole, migratorRole)}
create trigger keep_credit after insert or update of name, acronym on members.organization
  for each row execute function members.keep_credit();`;

export class Membership3 implements MigrationInterface {
  readonly name = 'Membership1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [membership, application, guards, credit]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger keep_credit on members.organization;
drop table members.organization_credit, members.application_count, members.membership_change,
  members.application, members.membership;
drop function members.keep_credit(), members.guard_membership(), members.guard_application(), members.by_staff()`);
  }
}
