import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIdIndexes, dropIdIndexes } from '../../../shared/database/id-index';

const identified = ['event_quantity', 'sharing_version'];

/**
 * Pages of filtered lists read as many rows as they show, and every record is found by its id. With its last day in the
 * index, an event before a period is passed over without being read.
 */
export class Indexes3 implements MigrationInterface {
  readonly name = 'Indexes1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index events.event_day;
create index event_day on events.event (sort_day, id, last_day);
create index figure_unit on events.figure (unit, slug, id);
${createIdIndexes('events', identified)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${dropIdIndexes('events', identified)}
drop index events.figure_unit;
drop index events.event_day;
create index event_day on events.event (sort_day, id);`);
  }
}
