import type { MigrationInterface, QueryRunner } from 'typeorm';
import { identityRole } from '../../../shared/database/roles';
import { identityFunctionGrant } from '../../../shared/permission/row-security';

/**
 * People, their roles, and the one question the gateway asks about them. The function belongs to a role that
 * cannot sign in and sees only the columns that say who somebody is.
 */
const viewer = `
create function members.viewer(person text, organization text)
returns table (person_id text, organization_id text, roles text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, o.id, array_agg(g.role order by g.role)
  from members.person p
  join members.role_grant g on g.person_id = p.id
  join members.organization o on o.id = g.organization_id
  where p.id = $1 and o.id = $2 and p.disabled_at is null and o.membership_status = 'ACTIVE'
  group by p.id, o.id
$$;
revoke all on function members.viewer(text, text) from public;
${identityFunctionGrant}
grant create on schema members to ${identityRole};
alter function members.viewer(text, text) owner to ${identityRole};
revoke create on schema members from ${identityRole};`;

export class People2 implements MigrationInterface {
  readonly name = 'People1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table members.person (
  id text collate "C" primary key,
  name jsonb not null,
  disabled_at timestamptz
)`);
    await runner.query(`create table members.role_grant (
  organization_id text collate "C" not null,
  person_id text collate "C" not null references members.person,
  role text collate "C" not null
    check (role in ('ORG_ADMIN', 'CASEWORKER', 'CAMPAIGNER', 'VIEWER', 'COALITION_STAFF')),
  primary key (organization_id, person_id, role)
)`);
    await runner.query('create index role_grant_person on members.role_grant (person_id)');
    await runner.query(viewer);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function members.viewer(text, text); drop table members.role_grant, members.person',
    );
  }
}
