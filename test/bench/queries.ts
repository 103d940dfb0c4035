import { between, pick, type Random } from './random';

export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** What requests can be about; read from the database, in a fixed order. */
export interface Subjects {
  /** Organisations that lead a campaign. */
  readonly leads: readonly string[];
  /** Organisations that have something in an impact report. */
  readonly reporting: readonly string[];
}

export const queryNames = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7'] as const;
export type QueryName = (typeof queryNames)[number];

export interface AskedQuery<Name extends string = string> {
  readonly name: Name;
  readonly heavy?: true;
  readonly document: string;
  readonly variables: (random: Random, subjects: Subjects) => Record<string, unknown>;
}

/** What all targets are asked. */
export interface BenchQuery extends AskedQuery<QueryName> {
  readonly title: string;
  /** Requests to subgraphs, by who has to wait for whom; the plan of the committed supergraph. */
  readonly plan: string;
}

/** Labels of codes are left out: the hub keeps its vocabularies in the program, and the floor has only tables. */
export const queries: readonly BenchQuery[] = [
  {
    name: 'Q1',
    title: 'a page of 10 to 30 events with the name of their organiser',
    plan: 'two hops: events, then members',
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
    title: 'an organisation, its campaigns, their activities and results',
    plan: 'two hops: members, then campaigns',
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
    title: 'the impact report of an organisation and a year',
    plan: 'fan-out: members, campaigns, events and legal at once',
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
  {
    name: 'Q4',
    title: 'a page of 10 to 40 services',
    plan: 'a single subgraph: legal',
    document: `query Q4($first: Int!) {
  services(first: $first) {
    nodes { id slug name { value } description { value } category { code } languageCount }
    pageInfo { hasNextPage }
  }
}`,
    variables: (random) => ({ first: between(random, 10, 40) }),
  },
  {
    name: 'Q5',
    title: 'a page of 10 to 40 events, the campaign of each and who leads it',
    plan: 'three hops: events, then campaigns, then members',
    document: `query Q5($first: Int!) {
  events(first: $first) {
    nodes { id title { value } campaign { id title { value } organization { id name { value } } } }
    pageInfo { hasNextPage }
  }
}`,
    variables: (random) => ({ first: between(random, 10, 40) }),
  },
  {
    name: 'Q6',
    title: 'an organisation with its campaigns, events and services',
    plan: 'fan-out: members, then campaigns, events and legal at once',
    document: `query Q6($organization: ID!, $first: Int!) {
  organization(id: $organization) {
    id
    slug
    name { value }
    campaigns(first: $first) { nodes { id slug title { value } status } }
    events(first: $first) { nodes { id slug title { value } date { start end year } } }
    services(first: $first) { nodes { id slug name { value } languageCount } }
  }
}`,
    variables: (random, { reporting }) => ({
      organization: pick(random, reporting),
      first: between(random, 5, 20),
    }),
  },
  {
    name: 'Q7',
    title: 'a heavy one: 40 to 60 campaigns with everything that belongs to them',
    plan: 'campaigns, then events, legal and members (twice) at once',
    heavy: true,
    document: `query Q7($first: Int!, $few: Int!) {
  campaigns(first: $first) {
    nodes {
      id
      slug
      title { value }
      objective { value }
      note { value }
      kind { code }
      status
      organization { id slug name { value } }
      partners { id name { value } }
      activities { id kind { code } description { value } quantity { value unit { code } basis } }
      results { id description { value } quantity { value unit { code } basis } }
      events(first: $few) { nodes { id slug title { value } date { start end year } } }
      services(first: $few) { nodes { id slug name { value } description { value } } }
    }
    pageInfo { hasNextPage }
  }
}`,
    variables: (random) => ({ first: between(random, 40, 60), few: between(random, 7, 12) }),
  },
];
