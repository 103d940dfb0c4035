import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedColumns } from '../../../shared/database/ddl';
import { ownedFunction } from '../../../shared/database/owned-function';
import { auditorRole, migratorRole, subgraphRole } from '../../../shared/database/roles';
import { retentionMonths } from '../signature/retention';
import { midnight } from '../signature/rough-numbers';

/**
 * A call has a key of its own, sealed with the hub's: it is made when the call opens, hides the contacts of those who
 * sign, and says whether two of them are the same person. The day until which contacts are kept is the last one on which
 * people can act, and some months.
 */
const call = `
alter table campaigns.action_call
  add column contact_key text,
  add column contacts_until date not null default '9999-12-31',
  add unique (organization_id, id, contacts_until);
create index action_call_until on campaigns.action_call (contacts_until) where contact_key is not null;
create function campaigns.set_contacts_until() returns trigger language plpgsql as $$ begin
  new.contacts_until := case
    when new.state = 'CLOSED' and old.state = 'CLOSED' then old.contacts_until
    when new.state = 'CLOSED' then least(new.closes_on, current_date) + interval '${retentionMonths} months'
    else coalesce(new.closes_on + interval '${retentionMonths} months', '9999-12-31') end;
  return new;
end $$;
create trigger set_contacts_until before insert or update on campaigns.action_call
  for each row execute function campaigns.set_contacts_until();`;

/** That somebody signed, through whom: it belongs to the organisation that brought the person, and holds no contact. */
const signing = `
create table campaigns.signing (
  id text collate "C" not null,
  ${guardedColumns('AGGREGATE_ONLY')},
  lead_id text collate "C" not null,
  call_id text collate "C" not null,
  person_key text collate "C" not null,
  link_key text collate "C" not null,
  signed_at timestamptz not null default now(),
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  foreign key (lead_id, call_id) references campaigns.action_call (organization_id, id) on delete cascade
);
create index signing_id on campaigns.signing (id);
create index signing_link on campaigns.signing (link_key);
create index signing_person on campaigns.signing (call_id, person_key);
create index signing_withdrawn on campaigns.signing (withdrawn_at) where withdrawn_at is not null;`;

/**
 * What an organisation may know of who signed, where that person agreed: one row for each such organisation, which it
 * belongs to. Name, address, place and comment are sealed. It goes with the signature, and when its time is over.
 */
const signature = `
create table campaigns.signature (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  bringer_id text collate "C" not null,
  signing_id text collate "C" not null,
  lead_id text collate "C" not null,
  call_id text collate "C" not null,
  contacts_until date not null default '9999-12-31',
  person_key text collate "C" not null,
  link_key text collate "C" not null,
  name text not null,
  email text not null,
  comment text,
  place text,
  language text collate "C" not null,
  consent_version text not null,
  signed_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (bringer_id, signing_id) references campaigns.signing (organization_id, id) on delete cascade,
  foreign key (lead_id, call_id, contacts_until)
    references campaigns.action_call (organization_id, id, contacts_until) on update cascade on delete cascade
);
create index signature_id on campaigns.signature (id);
create index signature_link on campaigns.signature (link_key);
create index signature_signing on campaigns.signature (bringer_id, signing_id);
create index signature_person on campaigns.signature (organization_id, call_id, person_key, id);
create index signature_until on campaigns.signature (contacts_until);`;

/**
 * Only who brings a call is signed through, and reached by; and only while it is open, which it stays until the
 * transaction ends. Whoever signs may not lock it, so the trigger does.
 */
const guard = `
create function campaigns.brings(organization text, lead text, call text) returns boolean stable language sql
  return organization <> all (hub.hidden_organizations()) and (organization = lead or exists (
    select from campaigns.action_call_sponsor s where s.organization_id = lead and s.subject_id = call and s.sponsor_id = organization));
create function campaigns.guard_signature() returns trigger security definer language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  held record;
begin
  if session_user <> '${subgraphRole('campaigns')}' then return new; end if;
  select c.state, c.contacts_until into held from campaigns.action_call c where c.organization_id = new.lead_id and c.id = new.call_id for share;
  if held.state is distinct from 'OPEN' or not campaigns.brings(new.organization_id, new.lead_id, new.call_id) then
    raise sqlstate 'TH000' using message = 'NOT_FOUND';
  end if;
  if tg_table_name = 'signature' then new.contacts_until := held.contacts_until; end if;
  return new;
end $$;${ownedFunction('campaigns.guard_signature()', auditorRole, migratorRole)}
create trigger guard_signature before insert on campaigns.signing
  for each row execute function campaigns.guard_signature();
create trigger guard_signature before insert on campaigns.signature
  for each row execute function campaigns.guard_signature();`;

/**
 * Whoever signs may not read how far an organisation shares, so the database says it: a signing has the level that its
 * organisation set for all of them. The name puts it after the trigger that lets nobody but its own people widen a row.
 */
const level = `
create function campaigns.set_supporters_level() returns trigger security definer language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if session_user = '${subgraphRole('campaigns')}' then
    new.sharing_level := coalesce((select v.level from campaigns.sharing_version v
      where v.organization_id = new.organization_id and v.group_name = 'campaign.supporters' and v.state = 'IN_FORCE'), 'PRIVATE');
  end if;
  return new;
end $$;${ownedFunction('campaigns.set_supporters_level()', auditorRole, migratorRole)}
create trigger set_level before insert on campaigns.signing
  for each row execute function campaigns.set_supporters_level();`;

/**
 * What is withdrawn is nobody's any more, and stays without its link until the day is over: numbers of others change at
 * midnight, or whoever withdraws a signature in somebody else's name would see whether that person has another one.
 */
const withdrawing = `
create function campaigns.keep_withdrawn() returns trigger security definer language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if session_user <> '${subgraphRole('campaigns')}' or old.withdrawn_at is not null then return old; end if;
  delete from campaigns.signature s where s.bringer_id = old.organization_id and s.signing_id = old.id;
  update campaigns.signing s set withdrawn_at = now(), link_key = 'withdrawn' where s.organization_id = old.organization_id and s.id = old.id;
  return null;
end $$;${ownedFunction('campaigns.keep_withdrawn()', auditorRole, migratorRole)}
create trigger keep_withdrawn before delete on campaigns.signing
  for each row execute function campaigns.keep_withdrawn();`;

/**
 * What is erased when its time is over: contacts, the key by which a person would be known again, and what was withdrawn
 * before today. Totals stay. Owned by the role that keeps the log, since no viewer may delete what belongs to others.
 */
const erasing = `
create function campaigns.erase_old_contacts() returns void security definer language sql set search_path = pg_catalog, pg_temp as $$
  delete from campaigns.signing where withdrawn_at < ${midnight};
  delete from campaigns.signature where contacts_until < current_date;
  update campaigns.action_call set contact_key = null where contacts_until < current_date and contact_key is not null;
$$;${ownedFunction('campaigns.erase_old_contacts()', auditorRole, subgraphRole('campaigns'))}`;

/** How often a day a call is signed from one address, and at all, by keyed hash. */
const counts = `
create table campaigns.signing_count (
  key text collate "C" not null,
  day date not null default current_date,
  count integer not null default 1,
  primary key (key, day)
);`;

export class Signatures42 implements MigrationInterface {
  readonly name = 'Signatures1790000000042';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [call, signing, signature, guard, level, withdrawing, erasing, counts])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table campaigns.signing_count, campaigns.signature, campaigns.signing;
drop function campaigns.keep_withdrawn(), campaigns.erase_old_contacts(), campaigns.set_supporters_level(), campaigns.guard_signature(), campaigns.brings(text, text, text);
drop trigger set_contacts_until on campaigns.action_call;
drop function campaigns.set_contacts_until();
alter table campaigns.action_call drop column contact_key, drop column contacts_until;`);
  }
}
