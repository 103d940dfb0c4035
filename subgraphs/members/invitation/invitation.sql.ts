import { ownedTable } from '../../../shared/database/ddl';
import { identityFunction } from '../migrations/identity-function';

const tables = `
create table members.invitation (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  email text not null,
  roles text[] not null check (roles <> '{}'
    and roles <@ array['ORG_ADMIN', 'CASEWORKER', 'CAMPAIGNER', 'VIEWER', 'COALITION_STAFF']),
  language text,
  -- Of the first administrator of an organisation, who needs nobody's approval: there is nobody else.
  first_admin boolean not null default false,
  -- The recovery that it follows from: then there is an administrator, who cannot sign in any more.
  recovery_id text collate "C",
  link_key text collate "C" not null,
  invited_by text collate "C",
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  accepted_by text collate "C",
  revoked_at timestamptz,
  primary key (organization_id, id),
  check (first_admin = (roles = array['ORG_ADMIN'] and first_admin))
);
create index invitation_link on members.invitation (link_key);
${ownedTable(
  'members',
  'colleague',
  'COALITION',
  `name jsonb not null,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  sort_en text collate "C" not null generated always as (lower(coalesce(name->>'en', name->>'ar', ''))) stored,
  sort_ar text collate "C" not null generated always as (translate(coalesce(name->>'ar', name->>'en', ''), 'أإآ', 'ااا')) stored`,
)}`;

/** Whether the coalition may invite a first administrator: there is none whom it would pass by. */
const hasAdmin = identityFunction(
  'has_admin(organization text) returns boolean',
  `
begin
  return exists (select from members.sensitive_role_grant g
    where g.organization_id = organization and g.role = 'ORG_ADMIN');
end`,
);

/**
 * The person who acts takes up an invitation whose link they show: ordinary roles are theirs at once, of the others the
 * one who invited becomes the proposer. Null when the invitation is not there to be taken.
 * @param proposals ids for the proposals, as many as there may be
 */
const accept = identityFunction(
  'accept_invitation(keys text[], proposals text[]) returns jsonb',
  `
declare i record; person text := hub.viewer_person(); waiting text[] := '{}';
begin
  select t.organization_id, t.id, t.roles, t.invited_by, t.first_admin, t.recovery_id into i from members.invitation t
    where t.link_key = any (keys) and t.accepted_at is null and t.revoked_at is null and t.expires_at > now() for update;
  if not found or person is null or person = i.invited_by then return null; end if;
  if not i.first_admin and not exists (select from members.sensitive_role_grant g where g.organization_id = i.organization_id
    and g.person_id = i.invited_by and g.role = 'ORG_ADMIN') then return null; end if;
  if i.first_admin and i.recovery_id is null then
    perform pg_advisory_xact_lock(hashtextextended('admins of ' || i.organization_id, 0));
    if members.has_admin(i.organization_id) then return null; end if;
  end if;
  update members.invitation t set accepted_at = now(), accepted_by = person
    where t.organization_id = i.organization_id and t.id = i.id;
  insert into members.colleague (organization_id, id, sharing_level, name)
    select i.organization_id, p.id, 'PRIVATE', p.name from members.person p where p.id = person
    on conflict (organization_id, id) do update set left_at = null, name = excluded.name;
  insert into members.role_grant (organization_id, person_id, role, granted_by)
    select i.organization_id, person, r, i.invited_by from unnest(i.roles) r
    where r not in ('ORG_ADMIN', 'CASEWORKER') on conflict do nothing;
  if i.first_admin then
    insert into members.sensitive_role_grant (organization_id, person_id, role, granted_by)
      values (i.organization_id, person, 'ORG_ADMIN', i.invited_by) on conflict do nothing;
  else
    waiting := array(select r from unnest(i.roles) r where r in ('ORG_ADMIN', 'CASEWORKER') and not exists (
      select from members.sensitive_role_grant g
      where g.organization_id = i.organization_id and g.person_id = person and g.role = r));
    insert into members.role_proposal (organization_id, id, person_id, role, proposed_by)
      select i.organization_id, proposals[n], person, r, i.invited_by from unnest(waiting) with ordinality as w(r, n);
  end if;
  return jsonb_build_object('organizationId', i.organization_id, 'waiting', to_jsonb(waiting));
end`,
);

export const invitationSql = [tables, hasAdmin, accept];
