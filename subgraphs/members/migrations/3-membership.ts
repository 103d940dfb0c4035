import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an organisation is a member, apart from what it says about itself: its own people edit the one, the
 * coalition's staff decide the other. Its history is a row for each change.
 */
const membership = `
create table members.membership (
  organization_id text collate "C" not null,
  sharing_level text collate "C" not null default 'PUBLIC' check (sharing_level = 'PUBLIC'),
  id text collate "C" not null,
  status text collate "C" not null check (status in ('ACTIVE', 'SUSPENDED', 'LEFT')),
  since timestamptz not null default now(),
  reason text,
  decided_by text collate "C",
  primary key (organization_id, id),
  check (id = organization_id)
);
create index membership_hidden on members.membership (status) where status <> 'ACTIVE';`;

export class Membership3 implements MigrationInterface {
  readonly name = 'Membership1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(membership);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table members.membership');
  }
}
