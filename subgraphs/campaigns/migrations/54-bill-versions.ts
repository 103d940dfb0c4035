import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childTable } from '../../../shared/database/ddl';

/** By the identifier that its jurisdiction uses; bills name a session whether or not it is known here. */
const session = childTable(
  'campaigns',
  'legislative_session',
  'jurisdiction',
  `position integer not null,
  identifier text collate "C" not null,
  name jsonb not null,
  start_date date,
  end_date date,
  check (end_date >= start_date),
  primary key (organization_id, subject_id, identifier)`,
);

/** Bills are edited by people as well as imported: each change is counted. */
export class BillVersions54 implements MigrationInterface {
  readonly name = 'BillVersions1790000000054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table campaigns.bill add column version integer not null default 1');
    await runner.query(session);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table campaigns.legislative_session; alter table campaigns.bill drop column version',
    );
  }
}
