import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedTable } from '../../../shared/database/ddl';

const internal = `${ownedTable(
  'campaigns',
  'campaign_internal',
  'COALITION',
  `strategy jsonb,
  budget_notes jsonb,
  foreign key (organization_id, id) references campaigns.campaign (organization_id, id) on delete cascade`,
)}`;

export class Internal2 implements MigrationInterface {
  readonly name = 'Internal1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(internal);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaigns.campaign_internal');
  }
}
