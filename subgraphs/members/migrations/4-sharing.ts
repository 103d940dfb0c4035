import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation decides about its people, its tools and its part in statistics; one version is in force. */
const policy = `
create table members.org_policy (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  state text collate "C" not null check (state in ('PROPOSED', 'IN_FORCE', 'REPLACED', 'REFUSED')),
  narrowed text[] not null default '{}',
  allowed_tools text[],
  suppression_threshold integer not null default 11 check (suppression_threshold >= 11),
  in_aggregates boolean not null default false,
  in_conflict_checks boolean not null default false,
  proposed_by text collate "C" not null,
  proposed_at timestamptz not null default now(),
  effective_at timestamptz,
  decided_by text collate "C",
  decided_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, version)
);
create unique index org_policy_in_force on members.org_policy (organization_id) where state = 'IN_FORCE';`;

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
  check (partner_id <> organization_id),
  check (ends_on >= starts_on and ends_on <= starts_on + interval '12 months')
);
create index agreement_partner on members.agreement (partner_id);`;

export class Sharing4 implements MigrationInterface {
  readonly name = 'Sharing1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policy);
    await runner.query(agreement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table members.agreement, members.org_policy');
  }
}
