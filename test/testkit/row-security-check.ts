import { Client, type QueryResult } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { type BareDatabase, type BareRow, copyOf } from './bare-database';
import { testSecret } from './database';
import { rightsOn } from './database-rights';
import type { OracleViewer } from './permission-oracle';
import { attemptsOn, mayDo } from './row-attempts';
import { viewersOf } from './viewers-of-a-group';

/** One difference between what the database lets somebody do and what the specification says. */
export interface Complaint {
  readonly who: string;
  readonly what: string;
  /** What the specification forbids and the database allows. */
  readonly tooMuch: readonly unknown[];
  readonly tooLittle: readonly unknown[];
}

export interface RowCheck {
  readonly complaints: readonly Complaint[];
  /** How often something was allowed and done: a check that finds nothing allowed proves nothing. */
  readonly done: number;
  readonly refused: number;
}

/** The subgraph's own role of the database, asking and writing as one viewer after the other. */
export async function openRowChecks(database: BareDatabase, subgraph: string) {
  const client = new Client({
    connectionString: roleUrl(database.url, subgraphRole(subgraph), testSecret),
  });
  await client.connect();
  return {
    close: () => client.end(),
    /** Everything that viewers of every kind try with a table's rows, compared with the matrix. */
    check: (table: string, group: string): Promise<RowCheck> =>
      checkTable(client, database, `${subgraph}.${table}`, group),
  };
}

async function checkTable(
  client: Client,
  database: BareDatabase,
  table: string,
  group: string,
): Promise<RowCheck> {
  const rows = database.rowsOf(table);
  const complaints: Complaint[] = [];
  let done = 0;
  let refused = 0;
  for (const attempt of attemptsOn(database, table, group)) {
    const viewers = Object.entries(viewersOf(group, attempt.operation));
    const places = `'{${rows.map(({ key }) => `"${key}"`)}}'::tid[]`;
    const text = viewers
      .map(([, viewer]) => {
        const asked =
          attempt.operation === 'r'
            ? attempt.statement
            : `select planted.outcomes($tried$${attempt.statement}$tried$, ${places}) as found`;
        return `begin; ${claims(viewer, group).join('; ')}; ${asked}; rollback`;
      })
      .join('; ');
    const results = await ask(client, text);
    viewers.forEach(([who, viewer], n) => {
      const found = results === null ? null : (results[n] ?? []);
      const allowed = (row: BareRow, at: number) =>
        attempt.operation === 'r' ? (found ?? []).includes(row.key) : found?.[at] === '1';
      const expected = rows.map((row) => attempt.isAllowed(viewer, row));
      done += expected.filter(Boolean).length;
      refused += expected.filter((one) => !one).length;
      const wrong = (wanted: boolean) =>
        rows
          .filter((row, at) => expected[at] === wanted && allowed(row, at) !== wanted)
          .map(({ values }) => values);
      const [tooMuch, tooLittle] = [wrong(false), wrong(true)];
      if (tooMuch.length > 0 || tooLittle.length > 0) {
        complaints.push({ who, what: `${attempt.what} ${table}`, tooMuch, tooLittle });
      }
    });
  }
  complaints.push(...(await checkBlindly(client, database, table, group)));
  return { complaints, done, refused };
}

/**
 * A statement that names no row and reads no column asks the policies for reading nothing: whoever may write some rows
 * must not reach more by it.
 */
async function checkBlindly(
  client: Client,
  database: BareDatabase,
  table: string,
  group: string,
): Promise<Complaint[]> {
  const rows = database.rowsOf(table);
  const { update, delete: remove } = rightsOn(table);
  const columns = update?.columns ?? Object.keys(rows[0]!.values);
  const column = columns.at(-1)!;
  const statements = [
    ...(update
      ? [
          {
            right: update,
            text: `update ${table} set ${column} = ${column.endsWith('_at') ? 'now()' : `(select ${column} from ${copyOf(table)} limit 1)`}`,
          },
        ]
      : []),
    ...(remove ? [{ right: remove, text: `delete from ${table}` }] : []),
  ];
  const complaints: Complaint[] = [];
  for (const { right, text } of statements) {
    const viewers = Object.entries(viewersOf(group, right.by[0]!));
    const asked = viewers.map(
      ([, viewer]) =>
        `begin; ${claims(viewer, group).join('; ')}; select planted.outcomes($tried$${text}$tried$, '{"(0,1)"}'::tid[]) as found; rollback`,
    );
    const results = await ask(client, asked.join('; '));
    viewers.forEach(([who, viewer], n) => {
      const reached = Number(results?.[n]?.[0]);
      const allowed = rows.filter(({ values }) =>
        [...right.by].some((operation) => mayDo(table, group, operation, { ...viewer, hidden: [] }, values)),
      );
      if (reached > allowed.length) {
        complaints.push({ who, what: `${text}: ${reached} rows`, tooMuch: [reached], tooLittle: [] });
      }
    });
  }
  return complaints;
}

/** Null where the database does not answer such a question at all. */
async function ask(client: Client, text: string): Promise<(readonly string[])[] | null> {
  try {
    const results = (await client.query(text)) as unknown as QueryResult<{ found: string[] | null }>[];
    return results.filter(({ command }) => command === 'SELECT').map(({ rows }) => rows[0]?.found ?? []);
  } catch {
    await client.query('rollback');
    return null;
  }
}

function claims(viewer: OracleViewer, group: string): string[] {
  const pairs = (organizations: readonly string[] | undefined, opened: string) =>
    (organizations ?? []).map((id) => `${id}|${opened}`);
  const claimed = {
    organization: viewer.organization ?? '',
    person: viewer.person ?? '',
    roles: viewer.tool ? '' : viewer.roles.join(),
    grantors: viewer.tool ? viewer.roles.join() : '',
    tool: viewer.tool?.key ?? '',
    scopes: viewer.tool?.scopes.join() ?? '',
    dormant: viewer.dormant?.join() ?? '',
    narrowed: viewer.narrowed?.join() ?? '',
    partners: [...pairs(viewer.partners, group), ...pairs(viewer.otherAgreements, 'no.group')].join(),
    hidden: viewer.hidden?.join() ?? '',
    records: viewer.records?.join() ?? '',
  };
  return Object.entries(claimed).map(([claim, value]) => `set local hub.${claim} = '${value}'`);
}
