import { Client, escapeLiteral } from 'pg';
import { prepareValue } from 'pg/lib/utils';
import { planning } from '../../shared/database/pool';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { testSecret } from '../testkit/database';

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Does something as a subgraph's runtime role in a transaction with somebody's claims, as the hub's reads do. */
export async function asSubgraph<Result>(
  url: string,
  subgraph: string,
  claims: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: roleUrl(url, subgraphRole(subgraph), testSecret),
    options: planning,
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select hub.open_to_read($1::jsonb, 60000)', [claims]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The plan that serves every value: the one that the hub's connections run. */
export async function genericPlan(client: Client, text: string): Promise<PlanNode> {
  const { rows } = await client.query(`explain (generic_plan, verbose, format json) ${text}`);
  return rows[0]['QUERY PLAN'][0].Plan;
}

/** The same plan, run with values. */
export async function executedPlan(
  client: Client,
  text: string,
  values: readonly unknown[],
): Promise<PlanNode> {
  await client.query(`prepare asked as ${text}`);
  const literals = values.map((value) => literal(prepareValue(value)));
  const given = literals.length > 0 ? `(${literals.join(', ')})` : '';
  const { rows } = await client.query(
    `explain (analyze, timing off, verbose, format json) execute asked${given}`,
  );
  await client.query('deallocate asked');
  return rows[0]['QUERY PLAN'][0].Plan;
}

const literal = (value: string | Buffer | null) => (value === null ? 'null' : escapeLiteral(`${value}`));

export const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How many rows of tables a plan looked at, whether they were of use or not. */
export function rowsRead(plan: PlanNode): number {
  const scans = nodesOf(plan).filter((node) => node['Relation Name']);
  const seen = (node: PlanNode) =>
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return scans.reduce((sum, node) => sum + Math.round(seen(node) * (node['Actual Loops'] ?? 0)), 0);
}
