import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from './database';
import type { Asker, TestHub } from './hub';

export interface TestKey {
  readonly id: string;
  readonly client: string;
  readonly secret: string;
}

export interface KeyOptions {
  readonly as?: Exclude<Asker, 'public'>;
  readonly scopes?: readonly string[];
  readonly expiresAt?: string;
  readonly addresses?: readonly string[];
  readonly client?: string;
  readonly idempotencyKey?: string;
}

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export const createKey = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) {
  key { id prefix scopes addresses expiresAt grantedBy lastUsedAt revokedAt } secret userErrors { field code message }
} }`;
const createClient = `mutation ($input: ApiClientCreateInput!) { apiClientCreate(input: $input) {
  client { id name } userErrors { code } } }`;

/** A tool of an organisation, entered by its admin. */
export async function makeClient(
  hub: TestHub,
  as: Exclude<Asker, 'public'> = 'mima:ORG_ADMIN',
): Promise<string> {
  const token = await hub.provenTokenFor(as);
  const { data } = await hub.ask(createClient, { token, variables: { input: { name: 'A calendar' } } });
  return data.apiClientCreate.client.id;
}

/** What asking for a key answers, whatever that is. */
export async function askForKey(hub: TestHub, { as = 'mima:ORG_ADMIN', ...options }: KeyOptions = {}) {
  const token = await hub.provenTokenFor(as);
  const client = options.client ?? (await makeClient(hub, as));
  const input = { scopes: ['campaign.summary:r'], expiresAt: inDays(30), ...options, client };
  return { ...(await hub.ask(createKey, { token, variables: { input } })), client };
}

export async function makeKey(hub: TestHub, options: KeyOptions = {}): Promise<TestKey> {
  const { data, client } = await askForKey(hub, options);
  return { id: data.apiKeyCreate.key.id, client, secret: data.apiKeyCreate.secret };
}

/** What the organisation decides about its tools, its roles and its part in aggregates. */
export async function decide(
  url: string,
  {
    slug = 'mima',
    narrowed = [],
    allowedTools = null,
    smallestShown = 11,
    inAggregates = false,
  }: {
    slug?: string;
    narrowed?: string[];
    allowedTools?: string[] | null;
    smallestShown?: number;
    inAggregates?: boolean;
  },
): Promise<void> {
  const organization = seedId('Organization', slug);
  await asAdministrator(`delete from members.org_policy where organization_id = $1`, [organization], url);
  await asAdministrator(
    `insert into members.org_policy (organization_id, id, version, state, widens, effective_at, narrowed, allowed_tools,
       suppression_threshold, in_aggregates, in_conflict_checks, proposed_by)
     values ($1, 'opv_1', 1, 'IN_FORCE', false, now(), $2, $3, $4, $5, false, 'per_x')`,
    [organization, narrowed, allowedTools, smallestShown, inAggregates],
    url,
  );
}

/** An organisation lets others count its records of a group of `campaigns`, once it takes part in aggregates at all. */
export async function letOthersCount(url: string, slug: string, group: string): Promise<void> {
  await asAdministrator(
    `insert into campaigns.sharing_version (organization_id, id, version, state, proposed_by, group_name, level, cap)
     values ($1, 'shv_' || $1, 1, 'IN_FORCE', 'per_1', $2, 'AGGREGATE_ONLY', 'AGGREGATE_ONLY')`,
    [seedId('Organization', slug), group],
    url,
  );
}
