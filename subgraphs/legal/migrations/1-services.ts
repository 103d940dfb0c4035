import type { MigrationInterface, QueryRunner } from 'typeorm';
import { campaignLinkTable } from '../../../shared/campaign-link/campaign-link';
import { childTable, ownedTable, searchTable } from '../../../shared/database/ddl';
import { tagTable } from '../../../shared/database/tags';
import { figureTable } from '../../../shared/figure/figure-table';

const nameKeys = {
  en: `lower(name->>'en')`,
  ar: `translate(name->>'ar', 'أإآ', 'ااا')`,
};

/** '~' comes after every digit: services that are no step stand last, by name. */
const stepKey = (nameKey: string) => `coalesce(lpad(step_order::text, 4, '0'), '~') || ${nameKey}`;

const service = `${ownedTable(
  'legal',
  'service',
  'PUBLIC',
  `slug text collate "C" not null,
  name jsonb not null check (name ?& array['ar', 'en']),
  description jsonb not null,
  category text collate "C" not null,
  language_count integer check (language_count > 0),
  eligibility jsonb,
  cost text collate "C",
  share jsonb,
  step_order integer check (step_order between 1 and 9999),
  sources jsonb not null,
  note jsonb,
  sort_en text collate "C" not null generated always as (${nameKeys.en}) stored,
  sort_ar text collate "C" not null generated always as (${nameKeys.ar}) stored,
  step_en text collate "C" not null generated always as (${stepKey(nameKeys.en)}) stored,
  step_ar text collate "C" not null generated always as (${stepKey(nameKeys.ar)}) stored,
  unique (organization_id, slug)`,
)}
create index service_sort_en on legal.service (sort_en, id);
create index service_sort_ar on legal.service (sort_ar, id);
create index service_step_en on legal.service (step_en, id);
create index service_step_ar on legal.service (step_ar, id);
create index service_provider_en on legal.service (organization_id, sort_en, id);
create index service_provider_ar on legal.service (organization_id, sort_ar, id);
create index service_category on legal.service (category);
create index service_cost on legal.service (cost);
${searchTable('legal', 'service')}
${tagTable('legal', 'service')}`;

/** No foreign key to the figure: some of the figures linked to a service are kept by other subgraphs. */
const serviceFigure = `${childTable(
  'legal',
  'service_figure',
  'service',
  `figure_id text collate "C" not null,
  position integer not null,
  primary key (organization_id, subject_id, figure_id)`,
)}
create index service_figure_figure on legal.service_figure (figure_id, subject_id);`;

/** The service directory and its figures. Policies and grants follow from `policy.ts`, after the migrations. */
export class Services1 implements MigrationInterface {
  readonly name = 'Services1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    const tables = [service, serviceFigure, campaignLinkTable('legal'), figureTable('legal')];
    for (const table of tables) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table legal.figure_search, legal.figure, legal.campaign_link, legal.service_figure,
  legal.service_tag, legal.service_search, legal.service`);
  }
}
