import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFilteredOrder, dropFilteredOrder } from '../../../shared/database/filtered-order';
import { createIdIndexes, dropIdIndexes } from '../../../shared/database/id-index';

const byName = { schema: 'members', noun: 'organization', columns: ['kind', 'role', 'country'] };

const identified = [
  'api_client',
  'api_key',
  'invitation',
  'membership_change',
  'official',
  'org_policy',
  'recovery_request',
  'role_proposal',
  'sharing_version',
  'strategy_item',
];

/** Pages of filtered lists read as many rows as they show, and every record is found by its id. */
export class Indexes7 implements MigrationInterface {
  readonly name = 'Indexes1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${createFilteredOrder(byName)}
drop index members.organization_kind;
create index figure_unit on members.figure (unit, slug, id);
${createIdIndexes('members', identified)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${dropIdIndexes('members', identified)}
drop index members.figure_unit;
create index organization_kind on members.organization (kind);
${dropFilteredOrder(byName)}`);
  }
}
