import sql, { raw, type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import type { ListQuery } from '../../../shared/database/page';
import { matchesSearch } from '../../../shared/database/search';
import { chooseLanguage } from '../../../shared/language/choose-language';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode } from '../../../shared/taxonomy/term';
import { hasTag } from '../tag/tag';
import { StoryProfile } from './story-profile.entity';
import type { StoryProfileFilter } from './story-profile.inputs';

/** The profile with this id, or null; asked together for all ids of a tick. */
export function loadStoryProfile(context: SubgraphContext, id: string): Promise<StoryProfile | null> {
  return context
    .loader<string, StoryProfile | null>('story profile', async (ids) => {
      const rows = await context.session.rows<StoryProfile>(sql`
select ${columnsOf(StoryProfile)} from legal.story_profile t where t.id = any(${ids})`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((wanted) => byId.get(wanted) ?? null);
    })
    .load(id);
}

/** Profiles that meet a filter, by label in the viewer's language. */
export function storyProfileList(context: SubgraphContext, filter: StoryProfileFilter = {}): ListQuery {
  const { language } = chooseLanguage(['ar', 'en'], context.languages);
  return {
    name: 'storyProfiles',
    columns: columnsOf(StoryProfile),
    from: sql`legal.story_profile t`,
    where: conditions(filter),
    orderBy: { name: `label_${language}`, key: raw(`t.sort_${language}`) },
  };
}

/** The profiles that each organisation keeps. */
export const ownedProfileList = (context: SubgraphContext, filter?: StoryProfileFilter) => ({
  ...storyProfileList(context, filter),
  perParent: sql`t.organization_id = parent.id`,
});

function conditions(filter: StoryProfileFilter): Sql[] {
  const where: Sql[] = [];
  if (filter.search != null) where.push(...matchesSearch('legal', 'story_profile', filter.search));
  if (filter.nationality != null)
    where.push(sql`t.nationality = ${requireCode('countries', filter.nationality)}`);
  if (filter.livedIn != null) where.push(sql`t.lived_in = ${requireCode('countries', filter.livedIn)}`);
  if (filter.need != null)
    where.push(hasTag('story_profile', 'needs', [requireCode('serviceCategories', filter.need)]));
  if (filter.campaign != null) where.push(sql`t.campaign_id = ${requireId('Campaign', filter.campaign)}`);
  return where;
}
