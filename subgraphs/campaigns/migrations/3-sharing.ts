import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropSharingVersionTable, sharingVersionTable } from '../../../shared/sharing/sharing-version';

export class Sharing3 implements MigrationInterface {
  readonly name = 'Sharing1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sharingVersionTable('campaigns'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropSharingVersionTable('campaigns'));
  }
}
