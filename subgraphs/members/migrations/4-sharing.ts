import type { MigrationInterface, QueryRunner } from 'typeorm';
import { subgraphRole } from '../../../shared/database/roles';
import { smallestShown } from '../../../shared/permission/smallest-shown';
import { versionColumns, versionGuard } from '../../../shared/sharing/version-table';

/** What an organisation decides about its people, its tools and its part in statistics; one version is in force. */
const policy = `
create table members.org_policy (
  ${versionColumns},
  narrowed text[] not null default '{}',
  allowed_tools text[],
  suppression_threshold integer not null default ${smallestShown} check (suppression_threshold >= ${smallestShown}),
  in_aggregates boolean not null default false,
  in_conflict_checks boolean not null default false,
  unique (organization_id, version)
);
create unique index org_policy_in_force on members.org_policy (organization_id) where state = 'IN_FORCE';
${versionGuard({
  schema: 'members',
  table: 'org_policy',
  same: 'true',
  // An admin who may not change the policy could never undo it.
  valid: `not new.narrowed && '{ORG_ADMIN:org.policy:r,ORG_ADMIN:org.policy:u,ORG_ADMIN:org.policy:s}'`,
  widens: `not new.narrowed @> coalesce(before.narrowed, '{}')
      or (before.allowed_tools is not null and (new.allowed_tools is null or not new.allowed_tools <@ before.allowed_tools))
      or new.suppression_threshold < coalesce(before.suppression_threshold, ${smallestShown})
      or (new.in_aggregates and not coalesce(before.in_aggregates, false))
      or (new.in_conflict_checks and not coalesce(before.in_conflict_checks, false))`,
})}
create trigger guard_org_policy before insert or update on members.org_policy
  for each row execute function members.guard_org_policy();`;

/**
 * What two organisations open to each other. A version never changes but for its signatures and its end; a change of
 * terms is a new version.
 */
const agreement = `
create table members.agreement (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  partner_id text collate "C" not null,
  purpose jsonb not null,
  groups text[] not null,
  maximum_level text collate "C" not null,
  starts_on date not null,
  ends_on date not null,
  proposed_by text collate "C" not null,
  proposed_at timestamptz not null default now(),
  signed_by text collate "C",
  signed_at timestamptz,
  partner_signed_by text collate "C",
  partner_signed_at timestamptz,
  suspended_at timestamptz,
  suspended_by_organization text collate "C",
  revoked_at timestamptz,
  revoked_by_organization text collate "C",
  replaced_at timestamptz,
  primary key (organization_id, id, version),
  check (version >= 1),
  check (num_nulls(signed_at, signed_by) in (0, 2) and num_nulls(partner_signed_at, partner_signed_by) in (0, 2)),
  check (num_nulls(suspended_at, suspended_by_organization) in (0, 2)),
  check (num_nulls(revoked_at, revoked_by_organization) in (0, 2)),
  check (partner_id <> organization_id),
  check (ends_on >= starts_on and ends_on <= starts_on + interval '12 months')
);
create index agreement_partner on members.agreement (partner_id);
create index agreement_id on members.agreement (id, version);`;

/**
 * What holds of agreements whatever the program does. Each party signs for itself and nobody's signature can be taken
 * back; who suspended it resumes it; what was revoked or replaced stays so. Terms cannot be changed at all: no grant
 * names their columns. Runs as whoever writes, who sees every agreement of its own organisation.
 */
const agreementGuard = `
create function members.pair_of(one text, other text) returns bigint immutable language sql
  return hashtextextended('agreement ' || least(one, other) || ' ' || greatest(one, other), 0);
create function members.agreement_overlaps(mine text, other text, besides text, wanted text[], first date, last date)
returns boolean stable language sql return exists (
  select from members.agreement a
  where least(a.organization_id, a.partner_id) = least(mine, other)
    and greatest(a.organization_id, a.partner_id) = greatest(mine, other)
    and a.id <> besides and a.revoked_at is null and a.replaced_at is null
    and a.groups && wanted and a.starts_on <= last and a.ends_on >= first);
create function members.guard_agreement() returns trigger language plpgsql as $$
declare
  viewer text := hub.viewer_organization();
  before members.agreement;
begin
  -- Migrations and administrators answer for themselves.
  if current_user <> '${subgraphRole('members')}' then return new; end if;
  if tg_op = 'INSERT' then
    if new.organization_id <> viewer or new.proposed_by <> hub.viewer_person() or new.signed_by is distinct from hub.viewer_person()
      or new.partner_signed_at is not null or new.suspended_at is not null or new.revoked_at is not null or new.replaced_at is not null then
      raise insufficient_privilege using message = 'an agreement is proposed by its own party and signed by that one only';
    end if;
    if (select count(*) from members.membership m where m.id in (new.organization_id, new.partner_id) and m.status = 'ACTIVE') < 2 then
      raise check_violation using message = 'both parties of an agreement are active members';
    end if;
    perform pg_advisory_xact_lock(members.pair_of(new.organization_id, new.partner_id));
    if exists (select from members.agreement a where a.id = new.id and a.version >= new.version) then
      raise check_violation using message = 'versions of an agreement follow each other';
    end if;
    if new.version > 1 then
      select * into before from members.agreement a where a.id = new.id and a.version = new.version - 1;
      if before.id is null or members.pair_of(before.organization_id, before.partner_id) <> members.pair_of(new.organization_id, new.partner_id)
        or before.starts_on <> new.starts_on or before.suspended_at is not null or before.revoked_at is not null then
        raise check_violation using message = 'a version follows a living one of the same parties and the same first day';
      end if;
    elsif new.starts_on < current_date then
      raise check_violation using message = 'an agreement does not start in the past';
    end if;
    if members.agreement_overlaps(new.organization_id, new.partner_id, new.id, new.groups, new.starts_on, new.ends_on) then
      raise check_violation using message = 'agreements of two parties do not overlap';
    end if;
    return new;
  end if;
  if new.partner_signed_at is distinct from old.partner_signed_at or new.partner_signed_by is distinct from old.partner_signed_by then
    if old.partner_signed_at is not null or viewer is distinct from new.partner_id
      or new.partner_signed_by is distinct from hub.viewer_person() then
      raise insufficient_privilege using message = 'each party signs for itself, once';
    end if;
  end if;
  if new.suspended_at is distinct from old.suspended_at or new.suspended_by_organization is distinct from old.suspended_by_organization then
    if viewer is distinct from coalesce(old.suspended_by_organization, new.suspended_by_organization) then
      raise insufficient_privilege using message = 'only who suspended an agreement resumes it';
    end if;
  end if;
  if new.revoked_at is distinct from old.revoked_at or new.revoked_by_organization is distinct from old.revoked_by_organization then
    if old.revoked_at is not null or new.revoked_by_organization is distinct from viewer then
      raise insufficient_privilege using message = 'each party revokes for itself, for good';
    end if;
  end if;
  if new.replaced_at is distinct from old.replaced_at then
    if old.replaced_at is not null or not exists (select from members.agreement a
      where a.id = new.id and a.version > new.version and a.signed_at is not null and a.partner_signed_at is not null) then
      raise insufficient_privilege using message = 'only a later version that both signed replaces a version';
    end if;
  end if;
  return new;
end $$;
create trigger guard_agreement before insert or update on members.agreement for each row execute function members.guard_agreement();`;

export class Sharing4 implements MigrationInterface {
  readonly name = 'Sharing1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policy);
    await runner.query(agreement);
    await runner.query(agreementGuard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table members.agreement, members.org_policy;
  drop function members.guard_org_policy(), members.guard_agreement(), members.pair_of(text, text),
    members.agreement_overlaps(text, text, text, text[], date, date)`);
  }
}
