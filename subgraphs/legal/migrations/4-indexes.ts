import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFilteredOrder, dropFilteredOrder } from '../../../shared/database/filtered-order';
import { createIdIndexes, dropIdIndexes } from '../../../shared/database/id-index';

const services = { schema: 'legal', noun: 'service', columns: ['category', 'cost'] };

const stories = { schema: 'legal', noun: 'story_profile', columns: ['nationality', 'lived_in'] };

const identified = ['sharing_version'];

/** Pages of filtered lists read as many rows as they show, and every record is found by its id. */
export class Indexes4 implements MigrationInterface {
  readonly name = 'Indexes1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${createFilteredOrder(services)}
${createFilteredOrder(stories)}
drop index legal.service_category;
drop index legal.service_cost;
create index figure_unit on legal.figure (unit, slug, id);
${createIdIndexes('legal', identified)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${dropIdIndexes('legal', identified)}
drop index legal.figure_unit;
create index service_category on legal.service (category);
create index service_cost on legal.service (cost);
${dropFilteredOrder(stories)}
${dropFilteredOrder(services)}`);
  }
}
