import { ownDatabase } from '../testkit/database';
import { type Asker, startTestHub, type TestHub } from '../testkit/hub';
import { asSubgraph, executedPlan, rowsRead } from './explain';
import { growEveryTable } from './grow-every-table';

/** A hub over a seeded database that has grown to about so many rows of each kind. */
export interface GrownHub {
  readonly hub: TestHub;
  readonly url: string;
  readonly rows: number;
  close(): Promise<void>;
}

export async function startGrownHub(rows: number): Promise<GrownHub> {
  const database = await ownDatabase();
  await growEveryTable(database.url, rows);
  const hub = await startTestHub('local', database.url);
  const close = async () => {
    await hub.close();
    await database.drop();
  };
  return { hub, url: database.url, rows, close };
}

/** Asks, and runs the statements of it once more: how many rows of tables each subgraph looked at, and the answer. */
export async function readsOf({ hub, url }: GrownHub, query: string, as: Asker) {
  hub.statements();
  const { data, errors } = await hub.ask(query, { as });
  if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  const reads: Record<string, number> = {};
  const claims = new Map<string, string>();
  for (const { subgraph, kind, text, values } of hub.statements()) {
    if (kind === 'open') claims.set(subgraph, values[0] as string);
    if (kind !== 'query') continue;
    const plan = await asSubgraph(url, subgraph, claims.get(subgraph)!, (client) =>
      executedPlan(client, text, values),
    );
    reads[subgraph] = (reads[subgraph] ?? 0) + rowsRead(plan);
  }
  return { reads, data };
}

/** Where one is after having turned over half of a list. */
export async function cursorInTheMiddle(
  { hub, rows }: GrownHub,
  list: string,
  order: string,
  as: Asker,
): Promise<string> {
  let after = '';
  for (let passed = 0; passed < rows / 2; passed += 100) {
    const { data } = await hub.ask(
      `{ ${list}(first: 100${order}${after}) { pageInfo { hasNextPage endCursor } } }`,
      { as },
    );
    const { hasNextPage, endCursor } = data[list].pageInfo;
    if (!hasNextPage) throw new Error(`${list} end after ${passed} rows`);
    after = `, after: "${endCursor}"`;
  }
  return after;
}
