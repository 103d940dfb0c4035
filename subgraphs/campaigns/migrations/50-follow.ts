import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditorRole } from '../../../shared/database/roles';
import { idPrefixes } from '../../../shared/schema/type-id';
import {
  changeTable,
  changingNouns,
  dropChangeTable,
  dropNoting,
  noteChanges,
  saysSomethingElse,
} from '../follow/change-table';

/**
 * Who follows what. It begins where the oldest transaction stands that still runs: what that one changes comes later, and
 * what was changed before is no news.
 */
const follow = `
create table campaigns.follow (
  organization_id text collate "C" not null,
  id text collate "C" not null,
  follower_id text collate "C" not null,
  subject_id text collate "C" not null,
  followed_at timestamptz not null default now(),
  horizon bigint not null default pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
  sequence bigint not null default 0,
  primary key (organization_id, id),
  unique (organization_id, follower_id, subject_id)
);
create index follow_id on campaigns.follow (id);
create index follow_organization on campaigns.follow (organization_id, id);
create index follow_follower on campaigns.follow (follower_id, id);`;

/** One row of numbers for all outboxes. Ids are TypeIDs of random UUIDs: they tell nothing of how much changes elsewhere. */
const numbers = `
create sequence campaigns.change_sequence;
grant usage on sequence campaigns.change_sequence to ${auditorRole};
create function campaigns.change_id() returns text volatile language sql set search_path = pg_catalog, pg_temp as $$
  with made as materialized (
    select b'00' || ('x' || replace(gen_random_uuid()::text, '-', ''))::bit(128) as bits)
  select '${idPrefixes.FollowedChange}_' || string_agg(
    substr('0123456789abcdefghjkmnpqrstvwxyz', substring(bits from 5 * n + 1 for 5)::int + 1, 1), '' order by n)
  from made, generate_series(0, 25) n
$$;`;

const outboxes = [
  changeTable('campaign', ['ACTIVITY_ADDED', 'ACTIVITY_CHANGED', 'CHANGED', 'STATUS_CHANGED']),
  changeTable('bill', ['CHANGED']),
  changeTable('legislator', ['CHANGED']),
];

const statusChanges = 'old.status is distinct from new.status';
const notings = [
  {
    table: 'campaign',
    on: 'update',
    when: `not (${statusChanges}) and (${saysSomethingElse})`,
    noun: 'campaign',
    kind: 'CHANGED',
  },
  { table: 'campaign', on: 'update', when: statusChanges, noun: 'campaign', kind: 'STATUS_CHANGED' },
  { table: 'activity', on: 'insert', noun: 'campaign', kind: 'ACTIVITY_ADDED' },
  { table: 'activity', on: 'update', when: saysSomethingElse, noun: 'campaign', kind: 'ACTIVITY_CHANGED' },
  { table: 'bill', on: 'update', when: saysSomethingElse, noun: 'bill', kind: 'CHANGED' },
  { table: 'legislator', on: 'update', when: saysSomethingElse, noun: 'legislator', kind: 'CHANGED' },
] as const;

export class Follow50 implements MigrationInterface {
  readonly name = 'Follow1790000000050';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [follow, numbers, ...outboxes, ...notings.map(noteChanges)]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    const parts = [...notings.map(dropNoting), ...changingNouns.map(dropChangeTable)];
    for (const part of parts) await runner.query(part);
    await runner.query(
      `drop table campaigns.follow; drop function campaigns.change_id(); drop sequence campaigns.change_sequence`,
    );
  }
}
