import type { MigrationInterface, QueryRunner } from 'typeorm';
import { identityRole } from '../../../shared/database/roles';
import { identityFunctionGrant } from '../../../shared/permission/row-security';

/**
 * The one question the gateway asks about a request: who is that, and what counts for them at this moment? Takes a
 * credential (`shared/identity/credential.ts`), gives a viewer (`shared/identity/viewer.ts`), or null when there is no
 * active account behind it. The function belongs to a role that cannot sign in and sees only the columns it needs; the
 * database's clock says what is in force.
 */
const viewer = `
create function members.viewer(credential jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kind text := credential->>'kind';
  organization text := credential->>'organizationId';
  person text;
  key record;
  hidden jsonb := (select coalesce(jsonb_agg(m.organization_id), '[]') from members.membership m where m.status <> 'ACTIVE');
  held text[];
  tool jsonb;
  active boolean;
  rules record;
begin
  if kind = 'none' then return jsonb_build_object('hiddenOrganizations', hidden); end if;

  if kind = 'account' then
    person := credential->>'personId';
    if credential->>'signInId' is not null and not exists (select from members.sign_in s
      where s.id = credential->>'signInId' and s.person_id = person and s.organization_id = organization
        and s.ended_at is null and s.expires_at > now()) then return null; end if;
  elsif kind = 'external' then
    person := (select e.person_id from members.external_identity e
      where e.organization_id = organization and e.issuer = credential->>'issuer' and e.subject = credential->>'subject');
    -- Whoever nobody here is linked to is the public, and may take up an invitation.
    if person is null then return jsonb_build_object('hiddenOrganizations', hidden); end if;
  elsif kind = 'key' then
    select k.organization_id, k.id, k.client_id, k.granted_by, k.scopes into key from members.api_key k join members.api_client c
        on c.organization_id = k.organization_id and c.id = k.client_id
      where k.key_hash in (select jsonb_array_elements_text(credential->'hashes'))
        and (k.revoked_at is null or k.revoked_at > now()) and c.revoked_at is null and k.expires_at > now()
        and (k.addresses = '{}' or (credential->>'address')::inet <<= any (k.addresses));
    if key is null then return null; end if;
    organization := key.organization_id;
    person := key.granted_by;
  end if;
  if person is null or not exists (select from members.person p where p.id = person and p.disabled_at is null) then
    return null;
  end if;

  held := array(
    select g.role from members.role_grant g where g.organization_id = organization and g.person_id = person
    union all
    select g.role from members.sensitive_role_grant g where g.organization_id = organization and g.person_id = person
    order by 1);
  if held = '{}' then return null; end if;
  active := exists (select from members.membership m where m.organization_id = organization and m.status = 'ACTIVE');
  select p.narrowed, p.allowed_tools into rules from members.org_policy p
    where p.organization_id = organization and p.state = 'IN_FORCE';
  if kind = 'key' then
    if not active or not coalesce(key.client_id = any (rules.allowed_tools), true) then return null; end if;
    tool := jsonb_build_object('keyId', key.id, 'scopes', to_jsonb(key.scopes));
    update members.api_key k set last_used_at = now(), key_hash = credential->'hashes'->>0 where k.organization_id = organization and k.id = key.id
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  end if;

  return jsonb_build_object(
    'personId', person,
    'organizationId', organization,
    'roles', case when active then to_jsonb(held) else '[]' end,
    'dormantRoles', case when active then '[]' else to_jsonb(held) end,
    'narrowed', coalesce(to_jsonb(rules.narrowed), '[]'),
    'partnerships', case when active then (
      select coalesce(jsonb_agg(distinct jsonb_build_object('organizationId', other.id, 'group', opened)), '[]')
      from members.agreement a
      cross join lateral (select case when a.organization_id = organization then a.partner_id else a.organization_id end as id) other
      cross join lateral unnest(a.groups) opened
      where organization in (a.organization_id, a.partner_id) and a.maximum_level in ('COALITION', 'PUBLIC')
        and a.signed_at is not null and a.partner_signed_at is not null
        and a.suspended_at is null and a.revoked_at is null and a.replaced_at is null
        and current_date between a.starts_on and a.ends_on
        and exists (select from members.membership m where m.organization_id = other.id and m.status = 'ACTIVE')
      ) else '[]' end,
    'hiddenOrganizations', hidden,
    'tool', tool,
    'signInId', credential->>'signInId');
exception when invalid_text_representation then return null; -- an address that is none
end $$;
revoke all on function members.viewer(jsonb) from public;
${identityFunctionGrant}
grant create on schema members to ${identityRole};
alter function members.viewer(jsonb) owner to ${identityRole};
revoke create on schema members from ${identityRole};`;

export class Viewer9 implements MigrationInterface {
  readonly name = 'Viewer1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(viewer);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function members.viewer(jsonb)');
  }
}
