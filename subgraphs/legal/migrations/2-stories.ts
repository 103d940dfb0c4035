import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childTable, ownedTable, searchTable } from '../../../shared/database/ddl';
import { tagTable } from '../../../shared/database/tags';

const storyProfile = `${ownedTable(
  'legal',
  'story_profile',
  'COALITION_SUMMARY',
  `label jsonb not null check (label ?& array['ar', 'en']),
  nationality text collate "C",
  lived_in text collate "C" not null,
  occupation jsonb,
  dependants integer check (dependants >= 0),
  situation jsonb not null,
  outcome jsonb not null,
  event_id text collate "C",
  sort_en text collate "C" not null generated always as (lower(label->>'en')) stored,
  sort_ar text collate "C" not null generated always as (translate(label->>'ar', 'أإآ', 'ااا')) stored`,
)}
create index story_profile_sort_en on legal.story_profile (sort_en, id);
create index story_profile_sort_ar on legal.story_profile (sort_ar, id);
create index story_profile_owner_en on legal.story_profile (organization_id, sort_en, id);
create index story_profile_owner_ar on legal.story_profile (organization_id, sort_ar, id);
${searchTable('legal', 'story_profile')}
${tagTable('legal', 'story_profile')}`;

/** A table of its own, so that what leads to a person is not a column that somebody might select one day. */
const storyProfileSource = childTable(
  'legal',
  'story_profile_source',
  'story_profile',
  `sources jsonb not null,
  note jsonb,
  primary key (organization_id, subject_id)`,
);

/** Anonymised stories, and apart from them where they come from. */
export class Stories2 implements MigrationInterface {
  readonly name = 'Stories1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [storyProfile, storyProfileSource]) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table legal.story_profile_source, legal.story_profile_tag, legal.story_profile_search,
  legal.story_profile`);
  }
}
