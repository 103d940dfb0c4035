import { identityFunction, identityTrigger } from '../migrations/identity-function';

/**
 * What the coalition does for those who cannot sign in any more. Kept by e-mail address and not by person: asking for
 * one never tells whether there is an account.
 */
const table = `
create table members.recovery_request (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null check (kind in ('LOST_FACTOR', 'LOST_ADMIN')),
  email text not null,
  email_keys text[] not null,
  reason text not null,
  state text collate "C" not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'DISMISSED')),
  requested_by text collate "C" not null,
  requested_at timestamptz not null default now(),
  effective_at timestamptz not null default now() + interval '72 hours',
  decided_by text collate "C",
  decided_at timestamptz,
  link_key text collate "C",
  link_expires_at timestamptz,
  used_at timestamptz,
  primary key (organization_id, id)
);
create index recovery_request_link on members.recovery_request (link_key);`;

const concerned = (request: string) => `(select a.person_id from members.account a
    where a.email_key = any (${request}.email_keys) and exists (select from members.role_grant g
        where g.person_id = a.person_id and g.organization_id = ${request}.organization_id
      union all select from members.sensitive_role_grant g
        where g.person_id = a.person_id and g.organization_id = ${request}.organization_id))`;

const request = identityTrigger(
  'tell_recovery',
  'before insert',
  'recovery_request',
  `
begin
  perform members.tell(new.organization_id, ${concerned('new')}, 'RECOVERY_REQUESTED', new.email, null, new.effective_at);
  return new;
end`,
);

const decide = identityTrigger(
  'time_recovery_decision',
  'before update',
  'recovery_request',
  `
begin
  if new.state <> old.state then new.decided_at := now(); end if;
  return new;
end`,
);

/** Does what was approved in this very transaction; the link is for whoever is helped. */
const carryOut = identityFunction(
  'carry_out_recovery(request text, key text, invitation text) returns boolean',
  `
declare r record; person text;
begin
  select t.organization_id, t.id, t.kind, t.email, t.email_keys into r from members.recovery_request t
    where t.id = request and t.state = 'APPROVED' and t.decided_at = now() and t.decided_by = hub.viewer_person()
      and t.link_key is null;
  if not found then return false; end if;
  person := ${concerned('r')};
  if person = hub.viewer_person() then raise exception using errcode = 'TH000', message = 'NOT_TO_ONESELF'; end if;
  if r.kind = 'LOST_ADMIN' then
    insert into members.invitation (organization_id, id, email, roles, first_admin, recovery_id, link_key, invited_by)
      values (r.organization_id, invitation, r.email, '{ORG_ADMIN}', true, r.id, key, hub.viewer_person());
    return true;
  end if;
  update members.account set totp_secret = null, totp_pending = null, totp_last_step = null, recovery_keys = '{}',
    password_hash = null where person_id = person;
  update members.sign_in s set ended_at = now(), ended_because = 'RECOVERED' where s.person_id = person and s.ended_at is null;
  update members.recovery_request t set link_key = key, link_expires_at = now() + interval '7 days'
    where t.organization_id = r.organization_id and t.id = r.id;
  return true;
end`,
);

/** Whether the link opens anything, before the dear work of hashing a password; it is whose holder asked first. */
const opens = identityFunction(
  'recovery_link_opens(keys text[]) returns boolean',
  `
begin
  perform from members.recovery_request t
    where t.link_key = any (keys) and t.used_at is null and t.link_expires_at > now() for update;
  return found;
end`,
);

/** Sets a new password by the link of a recovery, once. */
const complete = identityFunction(
  'complete_recovery(keys text[], password text) returns boolean',
  `
declare r record; person text;
begin
  select t.organization_id, t.id, t.email_keys into r from members.recovery_request t
    where t.link_key = any (keys) and t.used_at is null and t.link_expires_at > now() for update;
  if not found then return false; end if;
  person := ${concerned('r')};
  if person is null then return false; end if;
  update members.account set password_hash = password, password_changed_at = now() where person_id = person;
  update members.recovery_request t set used_at = now() where t.organization_id = r.organization_id and t.id = r.id;
  return true;
end`,
);

export const recoverySql = [table, request, decide, carryOut, opens, complete];
