import type { MigrationInterface, QueryRunner } from 'typeorm';
import { identityRole } from '../../../shared/database/roles';
import { viewerFunction } from './9-viewer';

/** The viewer says of what kind its organisation is. */
export class ViewerKind20 implements MigrationInterface {
  readonly name = 'ViewerKind1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local role ${identityRole}; drop function members.viewer(jsonb); reset role;
${viewerFunction}`);
  }

  /** What the function says more, nobody has to read. */
  async down(): Promise<void> {}
}
