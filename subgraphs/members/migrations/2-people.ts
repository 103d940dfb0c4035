import type { MigrationInterface, QueryRunner } from 'typeorm';
import { coalitionId } from '../../../shared/coalition';
import { identityRole } from '../../../shared/database/roles';
import { invitationSql } from '../invitation/invitation.sql';
import { recoverySql } from '../recovery/recovery.sql';
import { roleSql } from '../role/role.sql';
import { attemptSql } from '../sign-in/attempt.sql';
import { signInSql } from '../sign-in/sign-in.sql';

/** People and what they sign in with. None of it belongs to an organisation: a person may serve several. */
const people = `
create table members.person (
  id text collate "C" primary key,
  name jsonb not null,
  disabled_at timestamptz
);
create table members.account (
  person_id text collate "C" primary key references members.person,
  email text not null,
  email_key text collate "C" not null unique,
  password_hash text,
  totp_secret text,
  totp_pending text,
  totp_last_step bigint,
  recovery_keys text[] not null default '{}',
  created_at timestamptz not null default now(),
  password_changed_at timestamptz not null default now()
);
create table members.sign_in (
  id text collate "C" primary key,
  person_id text collate "C" not null references members.person,
  organization_id text collate "C" not null,
  generation integer not null default 1,
  started_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  second_factor_at timestamptz,
  ended_at timestamptz,
  ended_because text collate "C" check (ended_because in ('SIGNED_OUT', 'REUSED', 'PASSWORD_CHANGED', 'DEACTIVATED', 'RECOVERED'))
);
create index sign_in_person on members.sign_in (person_id);
create table members.external_identity (
  organization_id text collate "C" not null,
  issuer text collate "C" not null,
  subject text collate "C" not null,
  person_id text collate "C" not null references members.person,
  linked_at timestamptz not null default now(),
  primary key (organization_id, issuer, subject)
);`;

/** Roles in an organisation. Those that open client files or other people's rights are a table, and a group, of their own. */
const roles = `
create table members.role_grant (
  organization_id text collate "C" not null,
  person_id text collate "C" not null references members.person,
  role text collate "C" not null check (role in ('CAMPAIGNER', 'VIEWER', 'COALITION_STAFF')),
  granted_by text collate "C",
  granted_at timestamptz not null default now(),
  primary key (organization_id, person_id, role),
  check (role <> 'COALITION_STAFF' or organization_id = '${coalitionId}')
);
create index role_grant_person on members.role_grant (person_id);
create table members.sensitive_role_grant (
  organization_id text collate "C" not null,
  person_id text collate "C" not null references members.person,
  role text collate "C" not null check (role in ('ORG_ADMIN', 'CASEWORKER')),
  granted_by text collate "C",
  granted_at timestamptz not null default now(),
  primary key (organization_id, person_id, role)
);
create index sensitive_role_grant_person on members.sensitive_role_grant (person_id);`;

export class People2 implements MigrationInterface {
  readonly name = 'People1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const text of [
      people,
      roles,
      ...attemptSql,
      ...signInSql,
      ...invitationSql,
      ...roleSql,
      ...recoverySql,
    ]) {
      await runner.query(text);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ declare f record; begin
  for f in select oid::regprocedure as name from pg_proc where pronamespace = 'members'::regnamespace
    and proowner = '${identityRole}'::regrole and proname <> 'viewer' loop
    execute 'drop function ' || f.name || ' cascade';
  end loop;
end $$`);
    await runner.query(`drop table members.recovery_request, members.notice, members.role_proposal, members.colleague,
  members.invitation, members.attempt, members.sensitive_role_grant, members.role_grant, members.external_identity,
  members.sign_in, members.account, members.person`);
  }
}
