import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFilteredOrder, dropFilteredOrder } from '../../../shared/database/filtered-order';
import { createIdIndexes, dropIdIndexes } from '../../../shared/database/id-index';

const byName = { schema: 'campaigns', noun: 'campaign', columns: ['kind', 'country'] };

const identified = ['result', 'sharing_version'];

/** Pages of filtered lists read as many rows as they show, and every record is found by its id. */
export class Indexes8 implements MigrationInterface {
  readonly name = 'Indexes1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${createFilteredOrder(byName)}
drop index campaigns.campaign_kind;
drop index campaigns.campaign_country;
create index figure_unit on campaigns.figure (unit, slug, id);
${createIdIndexes('campaigns', identified)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${dropIdIndexes('campaigns', identified)}
drop index campaigns.figure_unit;
create index campaign_kind on campaigns.campaign (kind);
create index campaign_country on campaigns.campaign (country);
${dropFilteredOrder(byName)}`);
  }
}
