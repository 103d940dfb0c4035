import sql, { type Sql } from 'sql-template-tag';
import { idAmong } from '../../../shared/database/id-among';
import { matchesSearch } from '../../../shared/database/search';
import { hasTag } from '../../../shared/database/tags';
import { withinDays } from '../../../shared/figure/figure-list';
import { isToBeFound } from '../../../shared/permission/hidden-organizations';
import { daysOf } from '../../../shared/schema/period';
import { requireId } from '../../../shared/schema/type-id';
import { placesWithin, requireCode } from '../../../shared/taxonomy/term';
import type { CampaignFilter } from './campaign.inputs';
import type { CreditRole } from './campaign-credit.entity';
import { CampaignTag, type TagList } from './campaign-tag.entity';

/** What a filter asks of a campaign `t`. */
export function campaignConditions(filter: CampaignFilter): Sql[] {
  const where: Sql[] = [];
  if (filter.search != null) where.push(...matchesSearch('campaigns', 'campaign', filter.search));
  if (filter.activity != null) where.push(...matchesSearch('campaigns', 'activity', filter.activity));
  if (filter.activityKind != null) where.push(doesSome(requireCode('activityKinds', filter.activityKind)));
  if (filter.organization != null)
    where.push(sql`t.organization_id = ${requireId('Organization', filter.organization)}`);
  if (filter.partner != null) where.push(credits('PARTNER', requireOrganization(filter.partner)));
  if (filter.funder != null) where.push(credits('FUNDER', requireOrganization(filter.funder)));
  if (filter.parent != null) where.push(partOf(requireId('Campaign', filter.parent)));
  if (filter.kind != null) where.push(sql`t.kind = ${requireCode('programmeKinds', filter.kind)}`);
  if (filter.country != null) where.push(sql`t.country = ${requireCode('countries', filter.country)}`);
  if (filter.place != null)
    where.push(hasTag(CampaignTag, 'places', placesWithin(requireCode('places', filter.place))));
  if (filter.theme != null) where.push(hasAll('themes', [filter.theme]));
  if (filter.themes != null) where.push(hasAll('themes', filter.themes));
  if (filter.sdgTargets != null) where.push(hasAll('sdgTargets', filter.sdgTargets));
  if (filter.governmentLevel != null) where.push(hasAll('governmentLevels', [filter.governmentLevel]));
  if (filter.audience != null) where.push(hasAll('audiences', [filter.audience]));
  if (filter.audiences != null) where.push(hasAll('audiences', filter.audiences));
  if (filter.instrument != null) where.push(hasAll('instruments', [filter.instrument]));
  if (filter.collaborationKind != null) where.push(hasAll('collaborationKinds', [filter.collaborationKind]));
  if (filter.period != null) where.push(withinDays(daysOf(filter.period)));
  return where;
}

/** Holds when the organisation is credited in that role; `organization` may be a value or a column. */
export const credits = (role: CreditRole, organization: Sql | string): Sql => sql`t.id in (
  select credit.subject_id from campaigns.campaign_credit credit
  where credit.role = ${role} and credit.credited_id = ${organization}
    and ${isToBeFound(sql`credit.credited_id`)})`;

/** Its parent must be there for the viewer: a campaign may be for everybody while the one it is part of is not. */
const partOf = (parent: string): Sql => sql`t.parent_id in (
  select whole.id from campaigns.campaign whole where whole.id = ${parent})`;

const doesSome = (kind: string): Sql =>
  idAmong(sql`
  select activity.subject_id from campaigns.activity activity where activity.kind = ${kind} and activity.archived_at is null`);

const requireOrganization = (id: string) => requireId('Organization', id);

/** Holds when every code is among the campaign's; so it does when there are none. The text never depends on how many. */
function hasAll(list: TagList, codes: readonly string[]): Sql {
  const wanted = [...new Set(codes.map((code) => requireCode(list, code)))];
  if (wanted.length <= 1) return wanted.length === 0 ? sql`true` : hasTag(CampaignTag, list, wanted);
  return idAmong(sql`
  select tag.subject_id from campaigns.campaign_tag tag where tag.list = ${list} and tag.code = any(${wanted})
  group by tag.subject_id having count(distinct tag.code) = ${wanted.length}`);
}
