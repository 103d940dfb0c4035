import sql, { raw, type Sql } from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import type { ListQuery } from '../../../shared/database/page';
import { matchesSearch } from '../../../shared/database/search';
import { groupBy } from '../../../shared/group-by';
import { chooseLanguage } from '../../../shared/language/choose-language';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { placesWithin, requireCode } from '../../../shared/taxonomy/term';
import { Official } from './official.entity';
import { Organization } from './organization.entity';
import type { OrganizationFilter } from './organization.inputs';
import { StrategyItem } from './strategy-item.entity';

/** The organisation with this id, or null; asked together for all ids of a tick. */
export function loadOrganization(context: SubgraphContext, id: string): Promise<Organization | null> {
  return context
    .loader<string, Organization | null>('organization', async (ids) => {
      const rows = await context.session.rows<Organization>(sql`
select ${columnsOf(Organization)} from members.organization t where t.id = any(${ids})`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((wanted) => byId.get(wanted) ?? null);
    })
    .load(id);
}

/** Organisations that meet a filter, by name in the viewer's language. */
export function organizationList(context: SubgraphContext, filter?: OrganizationFilter | null): ListQuery {
  return {
    name: 'organizations',
    columns: columnsOf(Organization),
    from: sql`members.organization t`,
    where: conditions(filter ?? {}),
    orderBy: byName(context),
  };
}

/** The organisations directly below one. */
export function childList(context: SubgraphContext, filter?: OrganizationFilter | null) {
  return { ...organizationList(context, filter), perParent: sql`t.parent_id = parent.id` };
}

/** The people who hold a public office in an organisation. */
export function loadOfficials(context: SubgraphContext, organizationId: string): Promise<Official[]> {
  return context
    .loader<string, Official[]>('officials', async (ids) => {
      const rows = await context.session.rows<Official>(sql`
select ${columnsOf(Official)} from members.official t where t.subject_id = any(${ids}) order by t.position`);
      const bySubject = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => bySubject.get(id) ?? []);
    })
    .load(organizationId);
}

/** What an organisation says about itself, in the order of its source. */
export function loadStrategy(context: SubgraphContext, organizationId: string): Promise<StrategyItem[]> {
  return context
    .loader<string, StrategyItem[]>('strategy', async (ids) => {
      const rows = await context.session.rows<StrategyItem>(sql`
select ${columnsOf(StrategyItem)} from members.strategy_item t where t.subject_id = any(${ids}) order by t.position`);
      const bySubject = groupBy(rows, (row) => row.subjectId);
      return ids.map((id) => bySubject.get(id) ?? []);
    })
    .load(organizationId);
}

function conditions(filter: OrganizationFilter): Sql[] {
  const where: Sql[] = [];
  if (filter.search != null) where.push(...matchesSearch('members', 'organization', filter.search));
  if (filter.kind != null) where.push(sql`t.kind = ${requireCode('organisationKinds', filter.kind)}`);
  if (filter.role != null) where.push(sql`t.role = ${requireCode('organisationRoles', filter.role)}`);
  if (filter.country != null) where.push(sql`t.country = ${requireCode('countries', filter.country)}`);
  if (filter.place != null)
    where.push(sql`t.place = any(${placesWithin(requireCode('places', filter.place))})`);
  if (filter.membership != null) {
    where.push(sql`t.membership_status = ${requireCode('membershipStatuses', filter.membership)}`);
  }
  if (filter.establishment != null) {
    where.push(sql`t.establishment = ${requireCode('organisationStatuses', filter.establishment)}`);
  }
  return where;
}

function byName(context: SubgraphContext): ListQuery['orderBy'] {
  const { language } = chooseLanguage(['ar', 'en'], context.languages);
  return { name: `name_${language}`, key: raw(`t.sort_${language}`) };
}
