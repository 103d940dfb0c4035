import sql, { type Sql } from 'sql-template-tag';
import { linkedToCampaign } from '../../../shared/campaign-link/campaign-link';
import { columnsOf } from '../../../shared/database/columns';
import { orderByName } from '../../../shared/database/order-by-name';
import type { ListQuery } from '../../../shared/database/page';
import { matchesSearch } from '../../../shared/database/search';
import { hasTag } from '../../../shared/database/tags';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { requireCode } from '../../../shared/taxonomy/term';
import { StoryProfile, StoryProfileTag } from './story-profile.entity';
import type { StoryProfileFilter } from './story-profile.inputs';

/** Profiles that meet a filter, by label in the viewer's language. */
export function storyProfileList(context: SubgraphContext, filter?: StoryProfileFilter | null): ListQuery {
  return {
    name: 'storyProfiles',
    columns: columnsOf(StoryProfile),
    from: sql`legal.story_profile t`,
    where: conditions(filter ?? {}),
    orderBy: orderByName(context),
  };
}

/** The profiles that each organisation keeps. */
export const ownedProfileList = (context: SubgraphContext, filter?: StoryProfileFilter | null) => ({
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
    where.push(hasTag(StoryProfileTag, 'needs', [requireCode('serviceCategories', filter.need)]));
  if (filter.organization != null)
    where.push(sql`t.organization_id = ${requireId('Organization', filter.organization)}`);
  if (filter.campaign != null) where.push(linkedToCampaign('legal', requireId('Campaign', filter.campaign)));
  return where;
}
