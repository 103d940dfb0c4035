import pino from 'pino';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { withoutGuards } from '../../shared/permission/shield';
import { buildOpenSchema } from '../../shared/schema/build-subgraph-schema';
import { seedId } from '../../shared/schema/type-id';
import { createSubgraph, type RunningSubgraph } from '../../shared/subgraph/create-subgraph';
import { subgraphs } from '../../subgraphs/registry';
import { claimsOf } from '../testkit/claims';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';
import { mayReach, needsSecondFactor } from '../testkit/field-oracle';
import { asViewer } from '../testkit/field-rules-check';
import { type OracleViewer, permits } from '../testkit/permission-oracle';
import { conditionsOf, type PlantedRow } from '../testkit/table-conditions';
import { gone, mine, partner, viewersOf } from '../testkit/viewers-of-a-group';
import { entriesOf, leading, listed } from '../testkit/ways-in';

/** Members of the seed data in the parts of the made-up organisations. */
const cast: Readonly<Record<string, string>> = {
  [mine]: seedId('Organization', 'mima'),
  [partner]: seedId('Organization', 'bicf'),
  [gone]: seedId('Organization', 'iom-morocco'),
};
const inCast = (id: string) => cast[id] ?? id;
const played = (viewer: OracleViewer): OracleViewer => ({
  ...viewer,
  organization: viewer.organization && inCast(viewer.organization),
  partners: viewer.partners?.map(inCast),
  otherAgreements: viewer.otherAgreements?.map(inCast),
  hidden: viewer.hidden?.map(inCast),
});

const options = () => ({
  logger: pino({ level: 'silent' }),
  keys: { identity: new RotatingKeyring(testSecret), token: readTokenKeys(generateTokenKey()) },
});

describe.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (name, definition) => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  const running: RunningSubgraph[] = [];
  beforeAll(async () => {
    sealWith(new RotatingKeyring(testSecret));
    database = await ownDatabase();
    for (const { table } of listed(definition)) await spreadLevels(database.url, `${name}.${table}`);
  });
  afterAll(async () => {
    for (const subgraph of running) await subgraph.close();
    await database.drop();
  });
  const start = (given: Parameters<typeof createSubgraph>[1]) => {
    const subgraph = createSubgraph(definition, given);
    running.push(subgraph);
    return subgraph;
  };

  it('without shield, shows no row that the specification forbids', async () => {
    const url = roleUrl(database.url, subgraphRole(name), testSecret);
    const open = start({
      ...options(),
      databaseUrl: url,
      buildSchema: (one) => withoutGuards(buildOpenSchema(one)),
    });
    const shown = { rows: 0, hidden: 0 };
    for (const { field, table, group } of listed(definition)) {
      const rows = await asAdministrator<{ row: PlantedRow['values'] }>(
        `select to_jsonb(t) as row from ${name}.${table} t`,
        [],
        database.url,
      );
      for (const [who, someone] of Object.entries(viewersOf(group))) {
        const viewer = played(someone);
        const claims = claimsOf({ viewer: asViewer(viewer, group) });
        const query = `{ ${field}(first: 100) { nodes { id } } }`;
        const { data, errors } = await open.execute({ query }, claims);
        expect({ field, who, errors }).toEqual({ field, who, errors: undefined });
        const found = (data![field] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
        const forbidden = rows.filter(
          ({ row }) =>
            !permits(group, 'r', viewer, {
              organization: row.organization_id!,
              level: row.sharing_level ?? null,
              holds: conditionsOf(`${name}.${table}`, row, viewer),
            }),
        );
        const ids = new Set(forbidden.map(({ row }) => row.id));
        expect({ field, who, tooMuch: found.filter((id) => ids.has(id)) }).toEqual({
          field,
          who,
          tooMuch: [],
        });
        shown.rows += found.length;
        shown.hidden += ids.size;
      }
    }
    expect({ shown: shown.rows > 100, hidden: shown.hidden > 100 }).toEqual({ shown: true, hidden: true });
  });

  it('without row security, opens no field that the specification closes', async () => {
    // The administrator of the database passes every policy by.
    const bypassing = start({ ...options(), databaseUrl: database.url });
    const counted = { open: 0, closed: 0 };
    for (const { type, entry, right, fields } of await entriesOf(definition, database.url)) {
      if (right === 'open') continue;
      let asked = 0;
      const [group = '', operation = 'r'] = right.split(':');
      const selection = fields.map((field) => `${field.name} ${leading(field)}`).join(' ');
      for (const [who, someone] of Object.entries(viewersOf(group, operation))) {
        const viewer = played(someone);
        const may = mayReach(group, operation, viewer);
        // That it opens as well is asked of a few: field-rules.test.ts asks everybody.
        if (may && asked++ >= 3) continue;
        if (may && viewer.person !== null && needsSecondFactor(group, operation)) continue;
        const { data, errors } = await bypassing.execute(
          entry(selection),
          claimsOf({ viewer: asViewer(viewer, group) }),
        );
        const at = type === 'Query' ? data : (data?._entities as (typeof data)[] | undefined)?.[0];
        for (const { name: field } of fields) {
          const refused = (errors ?? []).some(
            ({ path, extensions }) =>
              extensions.code === 'FORBIDDEN' &&
              // A field that is never null takes its record along, and is not named beside others that do.
              (path?.at(-1) === field || (at ?? null) === null),
          );
          const answer = {
            who,
            field: `${type}.${field}`,
            refused,
            told: !may && (at?.[field] ?? null) !== null,
          };
          expect(answer).toEqual({ who, field: `${type}.${field}`, refused: !may, told: false });
          counted[may ? 'open' : 'closed']++;
        }
      }
    }
    expect({ open: counted.open > 10, closed: counted.closed > 10 }).toEqual({ open: true, closed: true });
  });
});

/** Rows of every level, also where the seed data have one. */
async function spreadLevels(url: string, table: string): Promise<void> {
  await asAdministrator(
    `set session_replication_role = replica;
     do $$ declare one record; n int := 0; begin
       for one in select ctid from ${table} loop
         n := n + 1;
         begin
           update ${table} set sharing_level = (array['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'])[1 + n % 5] where ctid = one.ctid;
         exception when check_violation or undefined_column then null;
         end;
       end loop;
     end $$`,
    [],
    url,
  );
}
