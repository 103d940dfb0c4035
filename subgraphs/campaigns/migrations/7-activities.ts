import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people plan to do and have done. The numbers of a source stay what they are; these are the campaign's own. */
const activity = `
alter table campaigns.activity
  add column planned double precision check (planned >= 0),
  add column done double precision check (done >= 0),
  add column progress_unit text collate "C",
  add column assignee_id text collate "C",
  add column due_on date,
  add column archived_at timestamptz,
  add column version integer not null default 1,
  add check (num_nonnulls(planned, done) = 0 or progress_unit is not null);
create index activity_id on campaigns.activity (id);`;

export class Activities7 implements MigrationInterface {
  readonly name = 'Activities1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(activity);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index campaigns.activity_id;
alter table campaigns.activity drop column planned, drop column done, drop column progress_unit, drop column assignee_id,
  drop column due_on, drop column archived_at, drop column version;`);
  }
}
