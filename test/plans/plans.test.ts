import { viewerClaims } from '../../shared/database/viewer-claims';
import { seedId } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import { viewerOf } from '../testkit/claims';
import { asAdministrator } from '../testkit/database';
import type { Asker } from '../testkit/hub';
import { allowedScans } from './allowed-scans';
import { type AskedStatement, statementsOfQuestions, statementsOfTheSchema } from './asked-statements';
import { asSubgraph, genericPlan, nodesOf } from './explain';
import { cursorInTheMiddle, type GrownHub, readsOf, startGrownHub } from './page-reads';

/** In the larger of two databases, of each kind; up to 100,000 by `PLAN_ROWS`. */
const rows = Number(process.env.PLAN_ROWS ?? 2_500);

/** Below it a sequential scan is no fault: the whole table is a few pages. */
const isLarge = (count: number) => count > rows / 5;

const organization = seedId('Organization', 'mima');
const viewers = {
  public: viewerOf(),
  member: viewerOf({ organizationId: organization, personId: 'per_x', roles: ['VIEWER'] }),
  admin: viewerOf({ organizationId: organization, personId: 'per_x', roles: ['ORG_ADMIN', 'CASEWORKER'] }),
  staff: viewerOf({ organizationId: organization, personId: 'per_x', roles: ['COALITION_STAFF'] }),
};

let small: GrownHub;
let large: GrownHub;
let statements: AskedStatement[];
beforeAll(async () => {
  // One works in this process, the other in the database's.
  const [asked] = await Promise.all([everyStatement(), growBoth()]);
  statements = asked;
}, 1_800_000);
afterAll(async () => {
  await small?.close();
  await large?.close();
});

async function growBoth(): Promise<void> {
  small = await startGrownHub(rows / 5);
  large = await startGrownHub(rows);
}

async function everyStatement(): Promise<AskedStatement[]> {
  const asked = [...(await statementsOfQuestions()), ...(await statementsOfTheSchema(100))];
  return [...new Map(asked.map((one) => [`${one.subgraph} ${one.text}`, one])).values()];
}

describe('every statement of the questions, the explorer, the bench and the whole schema', () => {
  it('is among those that are checked', () => {
    const counts = new Map<string, number>();
    for (const { subgraph } of statements) counts.set(subgraph, (counts.get(subgraph) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(subgraphs.map(({ name }) => name).sort());
    expect(Math.min(...counts.values())).toBeGreaterThan(80);
  });

  it('goes on from a key, and passes over nothing', () => {
    expect(statements.filter(({ text }) => /\boffset\b/i.test(text))).toEqual([]);
    expect(statements.filter(({ text }) => /, t\.id\) [<>] \(/.test(text)).length).toBeGreaterThan(20);
  });

  it('meets large tables only', async () => {
    const counts = await tableSizes();
    const few = [...counts].filter(([, count]) => !isLarge(count)).map(([name]) => name);
    expect(few.filter((name) => !/\.(migration|seed_row)$/.test(name))).toEqual([]);
  });

  it.each(Object.entries(viewers))('finds its rows by an index, asked by %s', async (_who, viewer) => {
    const counts = await tableSizes();
    const scanning: AskedStatement[] = [];
    for (const subgraph of new Set(statements.map((one) => one.subgraph))) {
      const own = statements.filter((one) => one.subgraph === subgraph);
      await asSubgraph(large.url, subgraph, JSON.stringify(viewerClaims(viewer)), async (client) => {
        for (const statement of own) {
          const nodes = nodesOf(await genericPlan(client, statement.text));
          const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
          if (whole.some((node) => isLarge(counts.get(`${node.Schema}.${node['Relation Name']}`)!)))
            scanning.push(statement);
        }
      });
    }
    const because = ({ text }: AskedStatement) => allowedScans.find((one) => one.text.test(text.trim()));
    expect(scanning.filter((statement) => !because(statement))).toEqual([]);
    expect(new Set(scanning.map(because))).toEqual(new Set(allowedScans));
  });

  /** Plans show nothing of what a function reads; PostgreSQL counts it. */
  it.each([
    ['signature_totals($1)', 'signing', 'call_id'],
    [`signature_growth($1, 'UTC')`, 'signing', 'call_id'],
    ['outreach_counts($1)', 'outreach_contact', 'campaign_id'],
  ])('counts by an index in campaigns.%s', async (call, table, column) => {
    const [asked] = await asAdministrator<{ id: string }>(
      `select ${column} as id from campaigns.${table} where ${column} is not null limit 1`,
      [],
      large.url,
    );
    await asSubgraph(large.url, 'campaigns', JSON.stringify(viewerClaims(viewers.member)), async (client) => {
      await client.query(`select from campaigns.${call}`, [[asked!.id]]);
      const { rows: scans } = await client.query(
        'select seq_scan::int as whole, idx_scan > 0 as indexed from pg_stat_xact_user_tables where schemaname = $1 and relname = $2',
        ['campaigns', table],
      );
      expect(scans).toEqual([{ whole: 0, indexed: true }]);
    });
  });

  /** Without one the key, which begins with the organisation, is searched for every organisation, and that is no scan. */
  it('finds every record by its id, in any organisation', async () => {
    const without = await asAdministrator(
      `select c.oid::regclass::text as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.attnum > 0
       where relkind = 'r' and relnamespace::regnamespace::text = any($1)
         and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)`,
      [subgraphs.map(({ name }) => name)],
      large.url,
    );
    expect(without).toEqual([]);
  });

  async function tableSizes(): Promise<Map<string, number>> {
    const found = await asAdministrator<{ name: string; count: number }>(
      `select relnamespace::regnamespace || '.' || relname as name, reltuples as count from pg_class
       where relkind = 'r' and relnamespace::regnamespace::text = any($1)`,
      [[...new Set(statements.map(({ subgraph }) => subgraph))]],
      large.url,
    );
    return new Map(found.map(({ name, count }) => [name, count]));
  }
});

const page = '{ nodes { id } pageInfo { hasNextPage endCursor } }';
const member: Asker = 'bicf:VIEWER';
/** Those that it shows, the one that says whether there is more, and as many again. */
const rowsOfAPage = 22;

describe('a page of ten reads no more rows where there are more', () => {
  const pages: Readonly<Record<string, string>> = {
    'events by day': `events(first: 10) ${page}`,
    'events by name': `events(first: 10, orderBy: NAME) ${page}`,
    'events of a kind': `events(first: 10, filter: { kind: "CHARTER_FLIGHT" }) ${page}`,
    'events of a year': `events(first: 10, filter: { period: { year: 2025 } }) ${page}`,
    'campaigns by name': `campaigns(first: 10) ${page}`,
    'campaigns of a country': `campaigns(first: 10, filter: { country: "PS" }) ${page}`,
    'services by name': `services(first: 10) ${page}`,
    'services by step': `services(first: 10, orderBy: STEP) ${page}`,
    'services of a category': `services(first: 10, filter: { category: "HEALTH" }) ${page}`,
    'organisations by name': `organizations(first: 10) ${page}`,
    'organisations of a kind': `organizations(first: 10, filter: { kind: "NGO" }) ${page}`,
    'figures by handle': `eventFigures(first: 10) ${page}`,
    'figures of a unit': `serviceFigures(first: 10, filter: { unit: "minutes" }) ${page}`,
    'what an organisation does': `organization(id: "${organization}") {
      campaigns(first: 10) ${page} events(first: 10) ${page} services(first: 10) ${page} }`,
  };

  it.each(Object.entries(pages))('%s', async (_name, list) => {
    for (const grown of [small, large]) {
      const { reads } = await readsOf(grown, `{ ${list} }`, member);
      const counts = Object.values(reads);
      expect(Math.min(...counts)).toBeGreaterThan(0);
      expect(Math.max(...counts)).toBeLessThanOrEqual(rowsOfAPage);
    }
  });

  it.each([
    ['events', ''],
    ['events', ', orderBy: NAME'],
    ['campaigns', ''],
    ['services', ''],
    ['organizations', ''],
  ])('%s%s, in the middle of the list', async (list, order) => {
    const after = await cursorInTheMiddle(large, list, order, member);
    const { reads } = await readsOf(large, `{ ${list}(first: 10${order}${after}) ${page} }`, member);
    expect(Math.max(...Object.values(reads))).toBeLessThanOrEqual(rowsOfAPage);
  });

  /** No index can answer what row security asks, a choice between the viewer's own rows and levels of others' rows. */
  it('but whoever may see next to nothing of a table has the rest of it passed over', async () => {
    const { reads } = await readsOf(large, `{ campaigns(first: 10) ${page} }`, 'public');
    expect(reads.campaigns).toBeGreaterThan(rows / 2);
  });
});

describe('what has to be found first', () => {
  it('is found by its words: a rare one and a frequent one', async () => {
    const words = await asAdministrator<{ token: string; count: number }>(
      `select token, count(*)::int from events.event_search where token ~ '^[a-z]{5,}$' group by 1 order by 2, 1`,
      [],
      large.url,
    );
    const [rare, frequent] = [words[0]!.token, words.at(-1)!.token];
    const query = `{ events(first: 10, filter: { search: "${rare} ${frequent}" }) ${page} }`;
    const { reads } = await readsOf(large, query, member);
    const meant = await count(
      `events.event_search where starts_with(token, '${rare}') or starts_with(token, '${frequent}')`,
    );
    const found = await count(`events.event_search where starts_with(token, '${rare}')`);
    expect(reads.events).toBeLessThanOrEqual(meant + found);
    expect(meant + found).toBeLessThan(rows / 2);
  });

  it('is found by a term', async () => {
    const [rarest] = await asAdministrator<{ code: string; count: number }>(
      `select code, count(*)::int from campaigns.campaign_tag where list = 'themes' group by 1 order by 2, 1`,
      [],
      large.url,
    );
    const query = `{ campaigns(first: 10, filter: { theme: "${rarest!.code}" }) ${page} }`;
    const { reads } = await readsOf(large, query, member);
    expect(rarest!.count).toBeGreaterThan(10);
    expect(reads.campaigns).toBeLessThanOrEqual(2 * rarest!.count);
  });

  async function count(rowsOf: string): Promise<number> {
    const [row] = await asAdministrator<{ count: number }>(
      `select count(*)::int from ${rowsOf}`,
      [],
      large.url,
    );
    return row!.count;
  }
});
