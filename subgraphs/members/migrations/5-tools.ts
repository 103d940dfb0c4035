import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Third-party tools that act for an organisation, and their keys; of a key only its keyed hash is kept. A key that was
 * rotated is revoked at a moment to come. A key may revoke itself, so no update may put that off.
 */
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
create index api_key_hash on members.api_key (key_hash);
create function members.keep_revocation() returns trigger language plpgsql as $$ begin
  raise insufficient_privilege using message = 'what is revoked stays revoked';
end $$;
create trigger keep_revocation before update on members.api_key for each row
  when (old.revoked_at is not null and (new.revoked_at is null or new.revoked_at > old.revoked_at))
  execute function members.keep_revocation();
create trigger keep_revocation before update on members.api_client for each row
  when (old.revoked_at is not null and (new.revoked_at is null or new.revoked_at > old.revoked_at))
  execute function members.keep_revocation();`;

export class Tools5 implements MigrationInterface {
  readonly name = 'Tools1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tools);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table members.api_key, members.api_client');
    await runner.query('drop function members.keep_revocation');
  }
}
