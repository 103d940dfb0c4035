import { between, pick, type Random, seededRandom } from './random';

export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** What requests can be about; read from the database, in a fixed order. */
export interface Subjects {
  /** Organisations that lead a campaign. */
  readonly leads: readonly string[];
  /** Organisations that have something in an impact report. */
  readonly reporting: readonly string[];
}

export const queryNames = ['Q1', 'Q2', 'Q3'] as const;
export type QueryName = (typeof queryNames)[number];

export interface BenchQuery {
  readonly name: QueryName;
  readonly title: string;
  readonly document: string;
  readonly variables: (random: Random, subjects: Subjects) => Record<string, unknown>;
}

/** The same bytes for every target. */
export interface BenchRequest {
  readonly language: Language;
  readonly body: string;
}

/** Labels of codes are left out: the hub keeps its vocabularies in the program, and the floor has only tables. */
export const queries: readonly BenchQuery[] = [
  {
    name: 'Q1',
    title: 'a page of 10 to 30 events with the name of their organiser (2 subgraphs)',
    document: `query Q1($first: Int!) {
  events(first: $first) {
    nodes {
      id
      slug
      title { value }
      date { start end year }
      organizer { id name { value } }
    }
    pageInfo { hasNextPage }
  }
}`,
    variables: (random) => ({ first: between(random, 10, 30) }),
  },
  {
    name: 'Q2',
    title: 'an organisation, its campaigns, their activities and results (2 subgraphs)',
    document: `query Q2($organization: ID!, $first: Int!) {
  organization(id: $organization) {
    id
    slug
    name { value }
    campaigns(first: $first) {
      nodes {
        id
        slug
        title { value }
        kind { code }
        status
        activities { id kind { code } description { value } quantity { value unit { code } basis } }
        results { id description { value } quantity { value unit { code } basis } }
      }
      pageInfo { hasNextPage }
    }
  }
}`,
    variables: (random, { leads }) => ({ organization: pick(random, leads), first: between(random, 3, 15) }),
  },
  {
    name: 'Q3',
    title: 'the impact report of an organisation and a year (4 subgraphs)',
    document: `query Q3($organization: ID!, $period: PeriodInput!, $first: Int!) {
  impactReport(organization: $organization, period: $period) {
    organization { id name { value } }
    period { start end label { value } }
    members { contributingOrganizations figures(first: $first) { ...Figures } }
    campaigns {
      contributingOrganizations
      figures(first: $first) { ...Figures }
      campaigns(first: $first) { nodes { id title { value } } }
    }
    events {
      contributingOrganizations
      held
      figures(first: $first) { ...Figures }
      events(first: $first) { nodes { id title { value } } }
    }
    services {
      contributingOrganizations
      figures(first: $first) { ...Figures }
      services(first: $first) { nodes { id name { value } } }
    }
  }
}
fragment Figures on ReportedFigureConnection {
  nodes { id slug label { value } measure { value unit { code } qualifier basis asOf } }
  pageInfo { hasNextPage }
}`,
    variables: (random, { reporting }) => ({
      organization: pick(random, reporting),
      // The years that the seed data tell of.
      period: { year: pick(random, [2021, 2024, 2025]) },
      first: between(random, 5, 20),
    }),
  },
];

/** Requests in the sequence that the seed stands for. */
export function makeRequests(
  query: BenchQuery,
  subjects: Subjects,
  count: number,
  seed: string,
): BenchRequest[] {
  const random = seededRandom(`${query.name} ${seed}`);
  return Array.from({ length: count }, () => ({
    language: pick(random, languages),
    body: JSON.stringify({
      operationName: query.name,
      query: query.document,
      variables: query.variables(random, subjects),
    }),
  }));
}
