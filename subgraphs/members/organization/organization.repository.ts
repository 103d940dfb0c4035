import sql, { type Sql } from 'sql-template-tag';
import { columnsAsked } from '../../../shared/database/columns-asked';
import { orderByName } from '../../../shared/database/order-by-name';
import type { ListQuery } from '../../../shared/database/page';
import { matchesSearch } from '../../../shared/database/search';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { placesWithin, requireCode } from '../../../shared/taxonomy/term';
import { Organization } from './organization.entity';
import type { OrganizationFilter } from './organization.inputs';

/** Organisations that meet a filter, by name in the viewer's language. */
export function organizationList(context: SubgraphContext, filter?: OrganizationFilter | null): ListQuery {
  return {
    name: 'organizations',
    columns: columnsAsked(context, Organization),
    from: sql`members.organization t`,
    where: conditions(filter ?? {}),
    orderBy: orderByName(context),
  };
}

/** The organisations directly below one. */
export function childList(context: SubgraphContext, filter?: OrganizationFilter | null) {
  return { ...organizationList(context, filter), perParent: sql`t.parent_id = parent.id` };
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
    const status = requireCode('membershipStatuses', filter.membership);
    where.push(sql`t.id in (select m.id from members.membership m where m.status = ${status})`);
  }
  if (filter.establishment != null) {
    where.push(sql`t.establishment = ${requireCode('organisationStatuses', filter.establishment)}`);
  }
  return where;
}
