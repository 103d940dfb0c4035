import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedTable } from '../../../shared/database/ddl';

/** Campaigns, bills and legislators may be somebody else's: no key points at them. */
const contact = `${ownedTable(
  'campaigns',
  'outreach_contact',
  'AGGREGATE_ONLY',
  `channel text collate "C" not null check (channel in ('EMAIL', 'PHONE', 'IN_PERSON', 'POST')),
  contacted_on date not null,
  with_whom jsonb not null,
  language text collate "C",
  outcome jsonb,
  campaign_id text collate "C",
  bill_id text collate "C",
  legislator_id text collate "C",
  archived_at timestamptz,
  version integer not null default 1`,
)}
${['channel', 'campaign_id', 'bill_id', 'legislator_id']
  .map(
    (column) => `create index outreach_contact_${column} on campaigns.outreach_contact
  (organization_id, ${column}, contacted_on, id);`,
  )
  .join('\n')}
create index outreach_contact_day on campaigns.outreach_contact (organization_id, contacted_on, id) where archived_at is null;
create index outreach_contact_archived on campaigns.outreach_contact (organization_id, contacted_on, id)
  where archived_at is not null;`;

export class Outreach51 implements MigrationInterface {
  readonly name = 'Outreach1790000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contact);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaigns.outreach_contact');
  }
}
