import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropSharingVersionTable, sharingVersionTable } from '../../../shared/sharing/sharing-version';

export class SharingVersions6 implements MigrationInterface {
  readonly name = 'SharingVersions1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sharingVersionTable('members'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropSharingVersionTable('members'));
  }
}
