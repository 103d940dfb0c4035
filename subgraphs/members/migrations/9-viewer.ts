import type { MigrationInterface, QueryRunner } from 'typeorm';
import { identityRole } from '../../../shared/database/roles';
import { identityFunctionGrant } from '../../../shared/permission/row-security';
import { smallestShown } from '../../../shared/permission/smallest-shown';

/** What organisations decided about being counted. */
const counting = `
      'aggregatedOrganizations', (select coalesce(jsonb_agg(c.organization_id), '[]')
        from members.org_policy c where c.state = 'IN_FORCE' and c.in_aggregates),
      'raisedThresholds', (select coalesce(jsonb_agg(jsonb_build_object(
          'organizationId', c.organization_id, 'smallestShown', c.suppression_threshold)), '[]')
        from members.org_policy c where c.state = 'IN_FORCE' and c.suppression_threshold > ${smallestShown})`;

/**
 * The one question the gateway asks about a request: who is that, and what counts for them at this moment? Takes a
 * credential (`shared/identity/credential.ts`), gives a viewer (`shared/identity/viewer.ts`), or null when there is no
 * active account behind it. The function belongs to a role that cannot sign in and sees only the columns it needs; the
 * database's clock says what is in force, and the answer until when (`validUntil`: agreements begin and end at midnight).
 */
export const viewerFunction = `
create function members.viewer(credential jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kind text := credential->>'kind';
  organization text := credential->>'organizationId';
  person text := credential->>'personId';
  sign_in text := credential->>'signInId';
  address inet;
  key_id text;
  client text;
  scopes text[];
  key_changes_at timestamptz;
  viewer jsonb;
begin
  if pg_input_is_valid(credential->>'address', 'inet') then
    address := credential->>'address';
  end if;
  if kind = 'external' then
    person := (select e.person_id from members.external_identity e
      where e.organization_id = organization and e.issuer = credential->>'issuer' and e.subject = credential->>'subject');
  elsif kind = 'key' then
    -- That it was used is noted once a minute.
    select k.organization_id, k.granted_by, k.id, k.client_id, k.scopes, least(k.expires_at, k.revoked_at,
        greatest(now(), k.last_used_at + interval '1 minute'))
      into organization, person, key_id, client, scopes, key_changes_at
      from members.api_key k join members.api_client c on c.organization_id = k.organization_id and c.id = k.client_id
      where k.key_hash in (select jsonb_array_elements_text(credential->'hashes'))
        and (k.revoked_at is null or k.revoked_at > now()) and c.revoked_at is null and k.expires_at > now()
        and (k.addresses = '{}' or address <<= any (k.addresses));
  end if;
  -- Whoever nobody here is linked to is the public, and may take up an invitation.
  if kind = 'none' or kind = 'external' and person is null then
    return jsonb_build_object('validUntil', null, 'hiddenOrganizations', (select coalesce(jsonb_agg(m.organization_id), '[]')
        from members.membership m where m.status <> 'ACTIVE'),${counting});
  end if;

  -- One statement, since every request waits for it.
  viewer := (select jsonb_build_object(
      'personId', p.id,
      'organizationId', organization,
      'organizationKind', (select o.kind from members.organization o where o.id = organization),
      'roles', case when active then held else '[]' end,
      'dormantRoles', case when active then '[]' else held end,
      'narrowed', coalesce(to_jsonb(rules.narrowed), '[]'),
      'partnerships', case when active then partnerships else '[]' end,
      'hiddenOrganizations', hidden,${counting},
      'tool', case when kind = 'key' then jsonb_build_object('keyId', key_id, 'scopes', to_jsonb(scopes)) end,
      'signInId', sign_in,
      'validUntil', least(s.expires_at, key_changes_at, current_date + 1))
    from members.person p
    cross join (select jsonb_agg(g.role order by g.role) as held from (
      select role from members.role_grant where organization_id = organization and person_id = person
      union all
      select role from members.sensitive_role_grant where organization_id = organization and person_id = person) g) roles
    cross join (select
      coalesce(bool_or(m.organization_id = organization and m.status = 'ACTIVE'), false) as active,
      coalesce(jsonb_agg(m.organization_id) filter (where m.status <> 'ACTIVE'), '[]') as hidden
      from members.membership m) memberships
    cross join (
      select coalesce(jsonb_agg(distinct jsonb_build_object('organizationId', other.id, 'group', opened)), '[]') as partnerships
      from members.agreement a
      cross join lateral (select case when a.organization_id = organization then a.partner_id else a.organization_id end as id) other
      cross join lateral unnest(a.groups) opened
      where organization in (a.organization_id, a.partner_id) and a.maximum_level in ('COALITION', 'PUBLIC')
        and a.signed_at is not null and a.partner_signed_at is not null
        and a.suspended_at is null and a.revoked_at is null and a.replaced_at is null
        and current_date between a.starts_on and a.ends_on
        and exists (select from members.membership m where m.organization_id = other.id and m.status = 'ACTIVE')) agreements
    left join members.org_policy rules on rules.organization_id = organization and rules.state = 'IN_FORCE'
    left join members.sign_in s on s.id = sign_in and s.person_id = person and s.organization_id = organization
      and s.ended_at is null and s.expires_at > now()
    where p.id = person and p.disabled_at is null and held is not null and (sign_in is null or s.id is not null)
      and (kind <> 'key' or active and coalesce(client = any (rules.allowed_tools), true)));

  if kind = 'key' and viewer is not null then
    update members.api_key k set last_used_at = now(), key_hash = credential->'hashes'->>0 where k.organization_id = organization and k.id = key_id
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  end if;
  return viewer;
end $$;
revoke all on function members.viewer(jsonb) from public;
${identityFunctionGrant}
grant create on schema members to ${identityRole};
alter function members.viewer(jsonb) owner to ${identityRole};
revoke create on schema members from ${identityRole};`;

export class Viewer9 implements MigrationInterface {
  readonly name = 'Viewer1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(viewerFunction);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function members.viewer(jsonb)');
  }
}
