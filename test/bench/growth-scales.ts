import type { Client } from 'pg';
import { growTo } from './grow';
import { growCampaigning } from './grow-campaigning';
import { type AskedQuery, queries } from './queries';

/** The same questions where there is little and where there is much. */
export interface GrowthScale {
  readonly sizes: readonly [number, number];
  /** How much there is, for people. */
  readonly label: (size: number) => string;
  readonly queries: readonly AskedQuery[];
  readonly grow: (client: Client, size: number, say: (line: string) => void) => Promise<void>;
}

const number = (size: number) => size.toLocaleString('en');

/** Pages of what there are more of; the impact report counts, so it must read what it counts. */
export const pages: GrowthScale = {
  sizes: [1_000, 100_000],
  label: (size) => `${number(size)} rows`,
  queries: queries.filter(({ name }) => name !== 'Q3'),
  grow: growTo,
};

const anyDay = () => ({ timeZone: 'Africa/Casablanca', first: 20 });

/** What coordinators look at every morning. */
export const mornings: GrowthScale = {
  sizes: [100, 10_000],
  label: (size) => `${number(size)} bills and ${number(10 * size)} signatures`,
  queries: [
    {
      name: 'Tasks',
      document: `query Tasks($timeZone: String!, $first: Int!) {
  campaignTasksDueThisWeek(timeZone: $timeZone, first: $first) {
    nodes { id title { value } dueOn state owner { id name { value } } campaign { id title { value } } }
    pageInfo { hasNextPage }
  }
}`,
      variables: anyDay,
    },
    {
      name: 'Bills',
      document: `query Bills($timeZone: String!, $first: Int!) {
  billsAwaitingPosition(timeZone: $timeZone, days: 14, first: $first) {
    nodes { id identifier title { value } jurisdiction { id name { value } } nextAction(timeZone: $timeZone) { date } }
    pageInfo { hasNextPage }
  }
}`,
      variables: anyDay,
    },
    {
      name: 'Behind',
      document: `query Behind($timeZone: String!, $first: Int!) {
  campaignsBehindTarget(timeZone: $timeZone, first: $first) { nodes { id title { value } } pageInfo { hasNextPage } }
}`,
      variables: anyDay,
    },
    {
      name: 'Invitations',
      document: `query Invitations($timeZone: String!, $first: Int!) {
  campaignInvitationsUnanswered(timeZone: $timeZone, first: $first) {
    nodes { id partner { id name { value } } campaign { id } }
    pageInfo { hasNextPage }
  }
}`,
      variables: anyDay,
    },
    {
      name: 'Signatures',
      document: `query Signatures($first: Int!) {
  actionCalls(first: $first) {
    nodes { id title { value } signatureCounts { total own byOrganization { count organization { id } } } }
  }
}`,
      variables: () => ({ first: 5 }),
    },
  ],
  grow: growCampaigning,
};
