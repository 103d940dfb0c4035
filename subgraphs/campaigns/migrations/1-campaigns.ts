import type { MigrationInterface, QueryRunner } from 'typeorm';
import { campaignLinkTable } from '../../../shared/campaign-link/campaign-link';
import { childTable, ownedTable, searchTable } from '../../../shared/database/ddl';
import { tagTable } from '../../../shared/database/tags';
import { figureTable } from '../../../shared/figure/figure-table';

const campaign = `${ownedTable(
  'campaigns',
  'campaign',
  'PUBLIC',
  `slug text collate "C" not null,
  kind text collate "C" not null,
  title jsonb not null check (title ?& array['ar', 'en']),
  subtitle jsonb,
  acronym text,
  objective jsonb,
  objective_sources jsonb not null,
  status text collate "C" check (status in ('PLANNED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CANCELLED')),
  parent_id text collate "C",
  column_reading text collate "C" not null,
  country text collate "C",
  period_label jsonb,
  period_start date,
  period_end date,
  reported_start date,
  reported_end date,
  sources jsonb not null,
  note jsonb,
  sort_en text collate "C" not null generated always as (lower(title->>'en')) stored,
  sort_ar text collate "C" not null generated always as (translate(title->>'ar', 'أإآ', 'ااا')) stored,
  unique (organization_id, slug)`,
)}
create index campaign_sort_en on campaigns.campaign (sort_en, id);
create index campaign_sort_ar on campaigns.campaign (sort_ar, id);
create index campaign_lead_en on campaigns.campaign (organization_id, sort_en, id);
create index campaign_lead_ar on campaigns.campaign (organization_id, sort_ar, id);
create index campaign_parent on campaigns.campaign (parent_id);
create index campaign_kind on campaigns.campaign (kind);
create index campaign_country on campaigns.campaign (country);
${searchTable('campaigns', 'campaign')}`;

/** Activities and results carry a number or none; what it rests on is a property of the number, so it stands beside it. */
const quantity = `quantity double precision,
  unit text collate "C",
  qualifier text collate "C" check (qualifier in ('EXACT', 'MORE_THAN', 'ALMOST', 'APPROXIMATE')),
  basis text collate "C" check (basis in ('REPORTED', 'PLANNING_SHEET', 'COMPUTED')),
  as_of date,
  check (num_nulls(quantity, unit, qualifier, basis) in (0, 4))`;

const activity = `${childTable(
  'campaigns',
  'activity',
  'campaign',
  `id text collate "C" not null,
  position integer not null,
  kind text collate "C" not null,
  description jsonb not null,
  ${quantity},
  sources jsonb not null,
  note jsonb,
  primary key (organization_id, id)`,
)}
create index activity_kind on campaigns.activity (kind, subject_id);`;

const result = childTable(
  'campaigns',
  'result',
  'campaign',
  `id text collate "C" not null,
  position integer not null,
  description jsonb not null,
  ${quantity},
  sources jsonb not null,
  note jsonb,
  primary key (organization_id, id)`,
);

/** The words of a campaign's activities and results, kept apart from those it is called by. */
const activitySearch = `${childTable(
  'campaigns',
  'activity_search',
  'campaign',
  `token text collate "C" not null,
  primary key (organization_id, subject_id, token)`,
)}
create index activity_search_token on campaigns.activity_search (token, subject_id);`;

/** Codes of shared vocabularies that a campaign has several of: themes, SDG targets, audiences, places … */
const campaignTag = tagTable('campaigns', 'campaign');

/** Organisations that the source credits. The credited one may belong to anybody: no key points at it. */
const campaignCredit = `${childTable(
  'campaigns',
  'campaign_credit',
  'campaign',
  `role text collate "C" not null check (role in ('PARTNER', 'FUNDER')),
  credited_id text collate "C" not null,
  position integer not null,
  primary key (organization_id, subject_id, role, credited_id)`,
)}
create index campaign_credit_credited on campaigns.campaign_credit (credited_id, role, subject_id);`;

/** Campaigns and what hangs on them. Policies and grants follow from `policy.ts`, after the migrations. */
export class Campaigns1 implements MigrationInterface {
  readonly name = 'Campaigns1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    const tables = [campaign, activity, result, activitySearch, campaignTag, campaignCredit];
    for (const table of [...tables, campaignLinkTable('campaigns'), figureTable('campaigns')])
      await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table campaigns.figure_search, campaigns.figure, campaigns.campaign_link, campaigns.campaign_credit,
  campaigns.campaign_tag, campaigns.activity_search, campaigns.result, campaigns.activity, campaigns.campaign_search, campaigns.campaign`);
  }
}
