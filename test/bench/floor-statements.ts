import type { Language, QueryName } from './requests';

export interface FloorStatement {
  readonly text: string;
  readonly values: (variables: FloorVariables, language: Language) => unknown[];
}

/** Of all queries together; each has those that it names. */
export interface FloorVariables {
  readonly organization?: string;
  readonly period?: { readonly year: number };
  readonly first?: number;
}

/** One page: `rows` has a column `nth` from 1 and a row more than the page, which tells of a next one. */
const page = (node: string, rows: string, first: string) => `(
  select json_build_object(
    'nodes', coalesce(json_agg(${node} order by nth) filter (where nth <= ${first}), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > ${first}))
  from (${rows} limit ${first} + 1) row)`;

const nodes = (node: string, rows: string, first: string) => `(
  select json_build_object('nodes', coalesce(json_agg(${node} order by nth), '[]'))
  from (${rows} limit ${first}) row)`;

const inLanguage = (text: string, language: string) => `json_build_object('value', ${text} ->> ${language})`;

const byName = (alias: string, language: string) =>
  `case ${language} when 'ar' then ${alias}.sort_ar else ${alias}.sort_en end, ${alias}.id`;

const ranked = (select: string, from: string, orderBy: string) =>
  `select ${select}, row_number() over (order by ${orderBy}) as nth from ${from} order by ${orderBy}`;

/** $1 page size, $2 language */
const events = `select json_build_object('events', ${page(
  `json_build_object(
      'id', row.id, 'slug', row.slug, 'title', ${inLanguage('row.title', '$2::text')},
      'date', json_build_object('start', row.start_date, 'end', row.end_date, 'year', row.year),
      'organizer', case when row.organizer is not null then
        json_build_object('id', row.organizer, 'name', ${inLanguage('row.organizer_name', '$2::text')}) end)`,
  ranked(
    't.*, o.id as organizer, o.name as organizer_name',
    'events.event t left join members.organization o on o.id = t.organization_id',
    't.sort_day, t.id',
  ),
  '$1::int',
)})::text as answer`;

/** What a campaign does or brings about. */
const lines = (table: string, fields: string) => `(
        select coalesce(json_agg(json_build_object(${fields}
          'id', line.id, 'description', ${inLanguage('line.description', '$3::text')},
          'quantity', case when line.quantity is not null then json_build_object(
            'value', line.quantity, 'unit', json_build_object('code', line.unit), 'basis', line.basis) end
        ) order by line.position, line.id), '[]')
        from campaigns.${table} line where line.subject_id = row.id)`;

/** $1 organisation, $2 page size, $3 language */
const organization = `select json_build_object('organization', (
  select json_build_object(
    'id', o.id, 'slug', o.slug, 'name', ${inLanguage('o.name', '$3::text')},
    'campaigns', ${page(
      `json_build_object(
      'id', row.id, 'slug', row.slug, 'title', ${inLanguage('row.title', '$3::text')},
      'kind', json_build_object('code', row.kind), 'status', row.status,
      'activities', ${lines('activity', `'kind', json_build_object('code', line.kind),`)},
      'results', ${lines('result', '')})`,
      ranked(
        't.id, t.slug, t.title, t.kind, t.status',
        'campaigns.campaign t where t.organization_id = o.id',
        byName('t', '$3::text'),
      ),
      '$2::int',
    )})
  from members.organization o where o.id = $1::text))::text as answer`;

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
const impact = `select json_build_object('impactReport', json_build_object(
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

/** Each question as the one statement that somebody would write by hand who owes nobody federation or secrecy. */
export const floorStatements: Readonly<Record<QueryName, FloorStatement>> = {
  Q1: { text: events, values: ({ first }, language) => [first, language] },
  Q2: {
    text: organization,
    values: ({ organization: id, first }, language) => [id, first, language],
  },
  Q3: {
    text: impact,
    values: ({ organization: id, period, first }, language) => [id, period?.year, first, language],
  },
};
