import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownedTable } from '../../../shared/database/ddl';
import { ownedFunction } from '../../../shared/database/owned-function';
import { counterRole, subgraphRole } from '../../../shared/database/roles';
import { smallestShown } from '../../../shared/permission/smallest-shown';

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
  where archived_at is not null;
create index outreach_contact_counted on campaigns.outreach_contact (campaign_id, organization_id, channel) where archived_at is null;`;

/**
 * How often each organisation that the viewer may count was in contact for campaigns, by ways. One's own numbers are exact;
 * those of others are to the ten below, and left out below their thresholds.
 */
const counts = `
create function campaigns.outreach_counts(campaigns text[])
returns table (campaign_id text, organization_id text, channel text, contacts int, is_rounded boolean)
stable security definer language sql set search_path = pg_catalog, pg_temp as $$
  with counted as (
    select o.campaign_id, o.organization_id, o.channel, count(*)::int as contacts,
      o.organization_id = (select hub.viewer_organization()) is true as is_own
    from campaigns.outreach_contact o where o.campaign_id = any (campaigns) and o.archived_at is null
    group by o.campaign_id, o.organization_id, o.channel)
  select campaign_id, organization_id, channel, case when is_own then contacts else contacts / 10 * 10 end, not is_own
  from counted
  where is_own or contacts >= greatest(${smallestShown}, hub.raised_threshold(array[organization_id]))
$$;`;

const countsFunction = 'campaigns.outreach_counts(text[])';

export class Outreach51 implements MigrationInterface {
  readonly name = 'Outreach1790000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contact);
    await runner.query(counts);
    await runner.query(ownedFunction(countsFunction, counterRole, subgraphRole('campaigns')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${countsFunction}`);
    await runner.query('drop table campaigns.outreach_contact');
  }
}
