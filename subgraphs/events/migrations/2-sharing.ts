import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropSharingVersionTable, sharingVersionTable } from '../../../shared/sharing/sharing-version';

export class Sharing2 implements MigrationInterface {
  readonly name = 'Sharing1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sharingVersionTable('events'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropSharingVersionTable('events'));
  }
}
