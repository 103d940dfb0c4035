import { identityHelper, identityTrigger } from '../migrations/identity-function';

/** Sensitive roles that await a second person, and what people are told about. */
const tables = `
create table members.role_proposal (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  person_id text collate "C" not null references members.person,
  role text collate "C" not null check (role in ('ORG_ADMIN', 'CASEWORKER')),
  state text collate "C" not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'DISMISSED')),
  proposed_by text collate "C" not null,
  proposed_at timestamptz not null default now(),
  effective_at timestamptz,
  decided_by text collate "C",
  decided_at timestamptz,
  primary key (organization_id, id)
);
create unique index role_proposal_open on members.role_proposal (organization_id, person_id, role) where state = 'PROPOSED';
create table members.notice (
  id text collate "C" primary key default gen_random_uuid()::text,
  person_id text collate "C" not null references members.person,
  kind text collate "C" not null check (kind in ('ROLE_PROPOSED', 'RECOVERY_REQUESTED')),
  organization_id text collate "C" not null,
  about text,
  role text collate "C",
  effective_at timestamptz,
  at timestamptz not null default now(),
  dismissed_at timestamptz
);
create index notice_person on members.notice (person_id) where dismissed_at is null;`;

/** Tells the administrators of an organisation, and the person concerned, each once. */
const tell = identityHelper(
  'tell(organization text, concerned text, kind text, about text, role text, effective timestamptz) returns void',
  `
begin
  insert into members.notice (person_id, kind, organization_id, about, role, effective_at)
    select g.person_id, tell.kind, organization, tell.about, tell.role, effective from members.sensitive_role_grant g
      where g.organization_id = organization and g.role = 'ORG_ADMIN'
    union select p.id, tell.kind, organization, tell.about, tell.role, effective from members.person p where p.id = concerned;
end`,
);

/** Where there is one administrator only, nobody could approve: after 72 hours of notice the proposer may. */
const propose = identityTrigger(
  'time_role_proposal',
  'before insert',
  'role_proposal',
  `
begin
  new.effective_at := case when (select count(*) from members.sensitive_role_grant g
    where g.organization_id = new.organization_id and g.role = 'ORG_ADMIN') <= 1 then now() + interval '72 hours' end;
  if new.effective_at is not null then
    perform members.tell(new.organization_id, new.person_id, 'ROLE_PROPOSED',
      (select coalesce(p.name->>'en', p.name->>'ar') from members.person p where p.id = new.person_id), new.role, new.effective_at);
  end if;
  return new;
end`,
);

/** The moment of a decision is the database's to say: what it allows, it allows in the same transaction only. */
const decide = identityTrigger(
  'time_role_decision',
  'before update',
  'role_proposal',
  `
begin
  new.decided_at := now();
  return new;
end`,
);

/** Two administrators who remove each other at the same time wait here for each other; the second finds itself the last. */
const keepAnAdmin = identityTrigger(
  'keep_an_admin',
  'before delete',
  'sensitive_role_grant',
  `
begin
  if old.role <> 'ORG_ADMIN' or session_user <> 'tahaluf_members' then return old; end if;
  perform pg_advisory_xact_lock(hashtextextended('admins of ' || old.organization_id, 0));
  if not exists (select from members.sensitive_role_grant g where g.organization_id = old.organization_id
    and g.role = 'ORG_ADMIN' and g.person_id <> old.person_id) then
    raise exception using errcode = 'TH000', message = 'LAST_ADMIN';
  end if;
  return old;
end`,
);

export const roleSql = [tables, tell, propose, decide, keepAnAdmin];
