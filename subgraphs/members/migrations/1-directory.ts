import type { MigrationInterface, QueryRunner } from 'typeorm';
import { campaignLinkTable } from '../../../shared/campaign-link/campaign-link';
import { childTable, ownedTable, searchTable } from '../../../shared/database/ddl';
import { figureTable } from '../../../shared/figure/figure-table';

const organization = `${ownedTable(
  'members',
  'organization',
  'PUBLIC',
  `slug text collate "C" not null,
  name jsonb not null check (name ?& array['ar', 'en']),
  acronym text,
  kind text collate "C" not null,
  role text collate "C" not null,
  place text collate "C",
  country text collate "C",
  description jsonb not null,
  parent_id text collate "C",
  collective boolean not null,
  establishment text collate "C" not null,
  active_since integer,
  sources jsonb not null,
  note jsonb,
  sort_en text collate "C" not null generated always as (lower(name->>'en')) stored,
  sort_ar text collate "C" not null generated always as (translate(name->>'ar', 'أإآ', 'ااا')) stored,
  unique (organization_id, slug)`,
)}
create index organization_sort_en on members.organization (sort_en, id);
create index organization_sort_ar on members.organization (sort_ar, id);
create index organization_parent on members.organization (parent_id);
create index organization_kind on members.organization (kind);
create index organization_place on members.organization (place);
${searchTable('members', 'organization')}`;

const official = childTable(
  'members',
  'official',
  'organization',
  `id text collate "C" not null,
  position integer not null,
  name jsonb not null,
  title jsonb not null,
  sources jsonb not null,
  primary key (organization_id, id)`,
);

const strategyItem = childTable(
  'members',
  'strategy_item',
  'organization',
  `id text collate "C" not null,
  position integer not null,
  kind text collate "C" not null
    check (kind in ('GOAL', 'CHALLENGE', 'IMPACT', 'MEMBER_ROLE', 'FUNDING_USE', 'FUTURE_PLAN')),
  list text collate "C" not null,
  code text collate "C" not null,
  primary key (organization_id, id)`,
);

const engagement = ownedTable(
  'members',
  'engagement',
  'COALITION',
  `position integer not null,
  kind text collate "C",
  stakeholder_group text collate "C",
  stakeholder_ids text[] not null,
  campaign_id text collate "C",
  sources jsonb not null`,
);

/** Organisations and what hangs on them. Policies and grants follow from `policy.ts`, after the migrations. */
export class Directory1 implements MigrationInterface {
  readonly name = 'Directory1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [
      organization,
      official,
      strategyItem,
      engagement,
      campaignLinkTable('members'),
      figureTable('members'),
    ]) {
      await runner.query(table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table members.figure_search, members.figure, members.campaign_link, members.engagement, members.strategy_item,
  members.official, members.organization_search, members.organization`);
  }
}
