import { byName, inLanguage, nodes, page, ranked } from './floor-sql';

const yearStart = 'make_date($2::int, 1, 1)';
const yearEnd = 'make_date($2::int, 12, 31)';

/** Figures and campaigns without dates belong to the span that their document reports on. */
const within = `(case when t.period_start is null and t.period_end is null
      then t.reported_start <= ${yearEnd} and t.reported_end >= ${yearStart}
      else coalesce(t.period_start, t.period_end) <= ${yearEnd}
        and coalesce(t.period_end, 'infinity') >= ${yearStart} end)`;

const eventWithin = `(case when t.first_day is null
      then t.reported_start <= ${yearEnd} and t.reported_end >= ${yearStart}
      else t.first_day <= ${yearEnd} and t.last_day >= ${yearStart} end)`;

const figures = (schema: string) => `
    'contributingOrganizations', (exists (
      select from ${schema}.figure t where t.organization_id = $1::text and ${within}))::int,
    'figures', ${page(
      `json_build_object(
      'id', row.id, 'slug', row.slug, 'label', ${inLanguage('row.label', '$4::text')},
      'measure', json_build_object(
        'value', row.value, 'unit', json_build_object('code', row.unit), 'qualifier', row.qualifier,
        'basis', row.basis, 'asOf', coalesce(row.period_end, row.reported_end)))`,
      ranked('t.*', `${schema}.figure t where t.organization_id = $1::text and ${within}`, 't.slug, t.id'),
      '$3::int',
    )}`;

const titled = (field: string, table: string, condition: string, orderBy: string) =>
  nodes(
    `json_build_object('id', row.id, '${field}', ${inLanguage(`row.${field}`, '$4::text')})`,
    ranked(`t.id, t.${field}`, `${table} t where t.organization_id = $1::text and ${condition}`, orderBy),
    '$3::int',
  );

/** $1 organisation, $2 year, $3 page size, $4 language */
export const impact = `select json_build_object('impactReport', json_build_object(
  'organization', (
    select json_build_object('id', o.id, 'name', ${inLanguage('o.name', '$4::text')})
    from members.organization o where o.id = $1::text),
  'period', json_build_object(
    'start', ${yearStart}, 'end', ${yearEnd}, 'label', json_build_object('value', $2::int::text)),
  'members', json_build_object(${figures('members')}),
  'campaigns', json_build_object(${figures('campaigns')},
    'campaigns', ${titled('title', 'campaigns.campaign', within, byName('t', '$4::text'))}),
  'events', json_build_object(${figures('events')},
    'held', (select count(*) from events.event t
      where t.organization_id = $1::text and t.occurrence = 'HELD' and ${eventWithin}),
    'events', ${titled('title', 'events.event', eventWithin, 't.sort_day, t.id')}),
  'services', json_build_object(${figures('legal')},
    'services', ${titled('name', 'legal.service', 'true', byName('t', '$4::text'))})))::text as answer`;
