import sql, { raw, type Sql } from 'sql-template-tag';
import { linkedToCampaign } from '../../../shared/campaign-link/campaign-link';
import { columnsOf } from '../../../shared/database/columns';
import { columnsAsked } from '../../../shared/database/columns-asked';
import { orderByName } from '../../../shared/database/order-by-name';
import type { ListQuery } from '../../../shared/database/page';
import { matchesSearch } from '../../../shared/database/search';
import { hasTag } from '../../../shared/database/tags';
import { groupBy } from '../../../shared/group-by';
import { isToBeFound } from '../../../shared/permission/hidden-organizations';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { allTerms, placesWithin, requireCode } from '../../../shared/taxonomy/term';
import { Service, ServiceTag } from './service.entity';
import { type ServiceFilter, type ServiceListArguments, ServiceOrder } from './service.inputs';
import { categoriesOf, type ServiceAreaCode } from './service-area';

type Wanted = Partial<Pick<ServiceListArguments, 'filter' | 'orderBy'>>;

/** Services that meet a filter, in the order asked for; by name when none is. */
export function serviceList(context: SubgraphContext, { filter, orderBy }: Wanted = {}): ListQuery {
  return {
    name: 'services',
    columns: columnsAsked(context, Service),
    from: sql`legal.service t`,
    where: conditions(filter ?? {}),
    orderBy: orderByName(context, orderBy === ServiceOrder.STEP ? 'step' : 'sort'),
  };
}

/** The services that each organisation gives; with an area, those of the area only. */
export function providerList(context: SubgraphContext, wanted?: Wanted, area?: ServiceAreaCode) {
  const list = serviceList(context, wanted);
  const where = area ? [...list.where, inArea(area)] : list.where;
  return { ...list, where, perParent: sql`t.organization_id = parent.id` };
}

/** The services of each programme. */
export const campaignList = (context: SubgraphContext, wanted?: Wanted) => ({
  ...serviceList(context, wanted),
  perParent: linkedToCampaign('legal', sql`parent.id`),
});

/** The services that refer people to each organisation. */
export const referringList = (context: SubgraphContext, wanted?: Wanted) => ({
  ...serviceList(context, wanted),
  perParent: refersTo(sql`parent.id`),
});

/** Holds for services that refer to the organisation, a parameter or a column, where that is to be found. */
const refersTo = (organization: Sql): Sql => sql`t.id in (
  select tag.subject_id from legal.service_tag tag
  where tag.list = 'referralTo' and tag.code = ${organization} and ${isToBeFound(sql`tag.code`)})`;

/** A service and the programme it is a step of, where the viewer may know of that programme. */
export interface OrderedService extends Service {
  readonly campaignId: string | null;
}

/** The ordered steps of a programme. */
export const loadCampaignSteps = (context: SubgraphContext, campaignId: string): Promise<OrderedService[]> =>
  loadOrdered(context, 'campaignId', campaignId, sql`t.step_order is not null`, sql`t.step_order`);

/** The steps of assisted return that an organisation gives, programme by programme. */
export const loadReturnSteps = (
  context: SubgraphContext,
  organizationId: string,
): Promise<OrderedService[]> =>
  loadOrdered(
    context,
    'organizationId',
    organizationId,
    sql`t.step_order is not null and ${inArea('RETURN')}`,
    sql`link.campaign_id, t.step_order`,
  );

/** The services of assisted return whose part of the whole is known, the largest first. */
export const loadReturnShares = (context: SubgraphContext, organizationId: string): Promise<Service[]> =>
  loadOrdered(
    context,
    'organizationId',
    organizationId,
    sql`t.share is not null and ${inArea('RETURN')}`,
    sql`(t.share->>'value')::double precision desc`,
  );

/** Few rows per parent by their nature (steps, parts of a whole), so they come without pages. */
function loadOrdered(
  context: SubgraphContext,
  parent: 'campaignId' | 'organizationId',
  parentId: string,
  condition: Sql,
  orderKey: Sql,
): Promise<OrderedService[]> {
  const column = parent === 'campaignId' ? raw('link.campaign_id') : raw('t.organization_id');
  const identity = JSON.stringify([parent, condition.text, condition.values, orderKey.text]);
  return context
    .loader<string, OrderedService[]>(`ordered services ${identity}`, async (ids) => {
      const rows = await context.session.rows<OrderedService>(sql`
select ${columnsOf(Service)}, link.campaign_id as "campaignId" from legal.service t
left join legal.campaign_link link on link.organization_id = t.organization_id and link.subject_id = t.id
where ${column} = any(${ids}) and ${condition} order by ${orderKey}, t.id`);
      const byParent = groupBy(rows, (row) => row[parent]);
      return ids.map((id) => byParent.get(id) ?? []);
    })
    .load(parentId);
}

const inArea = (area: string): Sql => sql`t.category = any(${categoriesOf(area)})`;

function conditions(filter: ServiceFilter): Sql[] {
  const where: Sql[] = [];
  if (filter.search != null) where.push(...matchesSearch('legal', 'service', filter.search));
  if (filter.provider != null)
    where.push(sql`t.organization_id = ${requireId('Organization', filter.provider)}`);
  if (filter.campaign != null) where.push(linkedToCampaign('legal', requireId('Campaign', filter.campaign)));
  if (filter.category != null)
    where.push(sql`t.category = ${requireCode('serviceCategories', filter.category)}`);
  if (filter.area != null) where.push(inArea(requireCode('serviceAreas', filter.area)));
  if (filter.cost != null) where.push(sql`t.cost = ${requireCode('costKinds', filter.cost)}`);
  if (filter.audience != null)
    where.push(hasTag(ServiceTag, 'audiences', [requireCode('audiences', filter.audience)]));
  if (filter.place != null)
    where.push(hasTag(ServiceTag, 'places', placesWithin(requireCode('places', filter.place))));
  if (filter.country != null)
    where.push(hasTag(ServiceTag, 'places', placesOf(requireCode('countries', filter.country))));
  if (filter.language != null)
    where.push(hasTag(ServiceTag, 'languages', [requireCode('languages', filter.language)]));
  if (filter.referralTo != null) where.push(refersTo(sql`${requireId('Organization', filter.referralTo)}`));
  return where;
}

const placesOf = (country: string): string[] =>
  allTerms('places')
    .filter(({ raw: place }) => place.country === country)
    .map(({ code }) => code);
