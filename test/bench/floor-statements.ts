import { impact } from './floor-impact';
import { byName, inLanguage, lines, nodes, page, ranked } from './floor-sql';
import type { Language, QueryName } from './queries';

export interface FloorStatement {
  readonly text: string;
  readonly values: (variables: FloorVariables, language: Language) => unknown[];
}

/** Of all queries together; each has those that it names. */
export interface FloorVariables {
  readonly organization?: string;
  readonly period?: { readonly year: number };
  readonly first?: number;
  readonly few?: number;
}

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

/** $1 organisation, $2 page size, $3 language */
const organization = `select json_build_object('organization', (
  select json_build_object(
    'id', o.id, 'slug', o.slug, 'name', ${inLanguage('o.name', '$3::text')},
    'campaigns', ${page(
      `json_build_object(
      'id', row.id, 'slug', row.slug, 'title', ${inLanguage('row.title', '$3::text')},
      'kind', json_build_object('code', row.kind), 'status', row.status,
      'activities', ${lines('activity', '$3::text', `'kind', json_build_object('code', line.kind),`)},
      'results', ${lines('result', '$3::text')})`,
      ranked(
        't.id, t.slug, t.title, t.kind, t.status',
        'campaigns.campaign t where t.organization_id = o.id',
        byName('t', '$3::text'),
      ),
      '$2::int',
    )})
  from members.organization o where o.id = $1::text))::text as answer`;

/** $1 page size, $2 language */
const services = `select json_build_object('services', ${page(
  `json_build_object(
      'id', row.id, 'slug', row.slug, 'name', ${inLanguage('row.name', '$2::text')},
      'description', ${inLanguage('row.description', '$2::text')},
      'category', json_build_object('code', row.category), 'languageCount', row.language_count)`,
  ranked('t.*', 'legal.service t', byName('t', '$2::text')),
  '$1::int',
)})::text as answer`;

/** $1 page size, $2 language */
const eventCampaigns = `select json_build_object('events', ${page(
  `json_build_object('id', row.id, 'title', ${inLanguage('row.title', '$2::text')},
      'campaign', case when row.campaign is not null then json_build_object(
        'id', row.campaign, 'title', ${inLanguage('row.campaign_title', '$2::text')},
        'organization', case when row.lead is not null then
          json_build_object('id', row.lead, 'name', ${inLanguage('row.lead_name', '$2::text')}) end) end)`,
  ranked(
    't.id, t.title, c.id as campaign, c.title as campaign_title, o.id as lead, o.name as lead_name',
    `events.event t
      left join events.campaign_link link on link.subject_id = t.id
      left join campaigns.campaign c on c.id = link.campaign_id
      left join members.organization o on o.id = c.organization_id`,
    't.sort_day, t.id',
  ),
  '$1::int',
)})::text as answer`;

const day = `'date', json_build_object('start', row.start_date, 'end', row.end_date, 'year', row.year)`;

/** $1 organisation, $2 page size, $3 language */
const everySubgraph = `select json_build_object('organization', (
  select json_build_object(
    'id', o.id, 'slug', o.slug, 'name', ${inLanguage('o.name', '$3::text')},
    'campaigns', ${nodes(
      `json_build_object('id', row.id, 'slug', row.slug, 'title', ${inLanguage('row.title', '$3::text')}, 'status', row.status)`,
      ranked('t.*', 'campaigns.campaign t where t.organization_id = o.id', byName('t', '$3::text')),
      '$2::int',
    )},
    'events', ${nodes(
      `json_build_object('id', row.id, 'slug', row.slug, 'title', ${inLanguage('row.title', '$3::text')}, ${day})`,
      ranked('t.*', 'events.event t where t.organization_id = o.id', 't.sort_day, t.id'),
      '$2::int',
    )},
    'services', ${nodes(
      `json_build_object('id', row.id, 'slug', row.slug, 'name', ${inLanguage('row.name', '$3::text')}, 'languageCount', row.language_count)`,
      ranked('t.*', 'legal.service t where t.organization_id = o.id', byName('t', '$3::text')),
      '$2::int',
    )})
  from members.organization o where o.id = $1::text))::text as answer`;

const ofCampaign = (schema: string, table: string, orderBy: string) =>
  ranked(
    't.*',
    `${schema}.campaign_link link join ${schema}.${table} t on t.id = link.subject_id where link.campaign_id = campaign.id`,
    orderBy,
  );

/** $1 campaigns, $2 of each list under them, $3 language */
const heavy = `select json_build_object('campaigns', (
  select json_build_object(
    'nodes', coalesce(json_agg(json_build_object(
      'id', campaign.id, 'slug', campaign.slug, 'title', ${inLanguage('campaign.title', '$3::text')},
      'objective', case when campaign.objective is not null then ${inLanguage('campaign.objective', '$3::text')} end,
      'note', case when campaign.note is not null then ${inLanguage('campaign.note', '$3::text')} end,
      'kind', json_build_object('code', campaign.kind), 'status', campaign.status,
      'organization', case when o.id is not null then json_build_object(
        'id', o.id, 'slug', o.slug, 'name', ${inLanguage('o.name', '$3::text')}) end,
      'partners', (
        select coalesce(json_agg(json_build_object(
          'id', partner.id, 'name', ${inLanguage('partner.name', '$3::text')}) order by credit.position), '[]')
        from campaigns.campaign_credit credit join members.organization partner on partner.id = credit.credited_id
        where credit.subject_id = campaign.id and credit.role = 'PARTNER'),
      'activities', ${lines('activity', '$3::text', `'kind', json_build_object('code', line.kind),`, 'campaign')},
      'results', ${lines('result', '$3::text', '', 'campaign')},
      'events', ${nodes(
        `json_build_object('id', row.id, 'slug', row.slug, 'title', ${inLanguage('row.title', '$3::text')}, ${day})`,
        ofCampaign('events', 'event', 't.sort_day, t.id'),
        '$2::int',
      )},
      'services', ${nodes(
        `json_build_object('id', row.id, 'slug', row.slug, 'name', ${inLanguage('row.name', '$3::text')},
          'description', ${inLanguage('row.description', '$3::text')})`,
        ofCampaign('legal', 'service', byName('t', '$3::text')),
        '$2::int',
      )}) order by nth) filter (where nth <= $1::int), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > $1::int))
  from (${ranked('t.*', 'campaigns.campaign t', byName('t', '$3::text'))} limit $1::int + 1) campaign
  left join members.organization o on o.id = campaign.organization_id))::text as answer`;

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
  Q4: { text: services, values: ({ first }, language) => [first, language] },
  Q5: { text: eventCampaigns, values: ({ first }, language) => [first, language] },
  Q6: {
    text: everySubgraph,
    values: ({ organization: id, first }, language) => [id, first, language],
  },
  Q7: { text: heavy, values: ({ first, few }, language) => [first, few, language] },
};
