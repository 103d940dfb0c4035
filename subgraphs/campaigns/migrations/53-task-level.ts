import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task has a level of its own, and its campaign's as well: what is about a campaign is never shared further than it. */
const taskLevel = `
alter table campaigns.campaign_task add column campaign_level text collate "C";
update campaigns.campaign_task t set campaign_level = c.sharing_level from campaigns.campaign c
  where c.organization_id = t.organization_id and c.id = t.campaign_id;
alter table campaigns.campaign_task alter column campaign_level set not null,
  drop constraint campaign_task_organization_id_campaign_id_fkey,
  add foreign key (organization_id, campaign_id, campaign_level)
    references campaigns.campaign (organization_id, id, sharing_level) on update cascade on delete cascade;`;

export class TaskLevel53 implements MigrationInterface {
  readonly name = 'TaskLevel1790000000053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(taskLevel);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table campaigns.campaign_task drop column campaign_level,
  add foreign key (organization_id, campaign_id) references campaigns.campaign (organization_id, id) on delete cascade`);
  }
}
