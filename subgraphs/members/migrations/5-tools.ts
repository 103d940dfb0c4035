import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Third-party tools that act for an organisation, and their keys; of a key only its keyed hash is kept. */
const tools = `
create table members.api_client (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  name text not null,
  created_by text collate "C" not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (organization_id, id)
);
create table members.api_key (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  client_id text collate "C" not null,
  key_hash text collate "C" not null,
  prefix text not null,
  scopes text[] not null,
  addresses cidr[] not null default '{}',
  granted_by text collate "C" not null references members.person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references members.api_client,
  check (expires_at <= created_at + interval '90 days')
);
create index api_key_hash on members.api_key (key_hash);`;

export class Tools5 implements MigrationInterface {
  readonly name = 'Tools1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tools);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table members.api_key, members.api_client');
  }
}
