import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import pino from 'pino';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { buildOpenSchema } from '../../shared/schema/build-subgraph-schema';
import { seedId } from '../../shared/schema/type-id';
import { createSubgraph, type RunningSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { subgraphs } from '../../subgraphs/registry';
import { claimsOf } from '../testkit/claims';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';
import { rightOfField } from '../testkit/field-groups';
import { mayReach, needsSecondFactor } from '../testkit/field-oracle';
import { asViewer, isStub } from '../testkit/field-rules-check';
import { type OracleViewer, permits } from '../testkit/permission-oracle';
import { conditionsOf, type PlantedRow } from '../testkit/table-conditions';
import { gone, mine, partner, viewersOf } from '../testkit/viewers-of-a-group';

jest.setTimeout(120_000);

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
    const open = start({ ...options(), databaseUrl: url, buildSchema: buildOpenSchema });
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

/** Root lists of records with an id, with the table that keeps them. */
function listed(definition: SubgraphDefinition) {
  const tables: Readonly<Record<string, string>> = {
    ReportedFigure: 'figure',
    MembershipApplication: 'application',
  };
  return objectsOf(definition)
    .filter(({ name }) => name === 'Query')
    .flatMap((query) => Object.values(query.getFields()))
    .flatMap((field) => {
      const [, node] = /^(\w+)Connection$/.exec(getNamedType(field.type).name) ?? [];
      const table = node && (tables[node] ?? node.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase());
      const rule = table ? definition.policy.tables[table] : undefined;
      const found = objectsOf(definition).find(({ name }) => name === node);
      return rule && 'group' in rule && found?.getFields().id && !field.args.some(isRequiredArgument)
        ? [{ field: field.name, table: table!, group: rule.group }]
        : [];
    });
}

interface Entry {
  readonly type: string;
  readonly right: string;
  readonly fields: readonly GraphQLField<unknown, unknown>[];
  readonly entry: (selection: string) => { query: string; variables?: Record<string, unknown> };
}

/** Every way into the subgraph: its root fields, and the records that `_entities` leads to; fields by their right. */
async function entriesOf(definition: SubgraphDefinition, url: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const type of objectsOf(definition)) {
    const ref = type.name === 'Query' ? null : await someRecord(definition, type.name, url);
    if (type.name !== 'Query' && ref === null) continue;
    const fields = Object.values(type.getFields()).filter(
      ({ name, args }) => !name.startsWith('_') && name !== 'ref' && !args.some(isRequiredArgument),
    );
    const rights = new Set(
      fields.map(({ name }) => rightOfField(type.name, name, isStub(definition, type.name))!),
    );
    for (const right of rights) {
      entries.push({
        type: type.name,
        right,
        fields: fields.filter(
          ({ name }) => rightOfField(type.name, name, isStub(definition, type.name)) === right,
        ),
        entry: (selection) =>
          ref === null
            ? { query: `{ ${selection} }` }
            : {
                query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} { ${selection} } } }`,
                variables: { of: [{ __typename: type.name, ref }] },
              },
      });
    }
  }
  return entries;
}

/** The id of a record of the type, or null where `_entities` does not lead to it. */
async function someRecord({ name, references }: SubgraphDefinition, type: string, url: string) {
  const tables: Readonly<Record<string, string>> = {
    Organization: 'members.organization',
    OrganizationCredit: 'members.organization_credit',
    Campaign: 'campaigns.campaign',
    Service: 'legal.service',
    StoryProfile: 'legal.story_profile',
    Event: 'events.event',
  };
  if (!(type in references) || !tables[type]?.startsWith(`${name}.`)) return null;
  const [row] = await asAdministrator<{ id: string }>(
    `select id from ${tables[type]} order by id limit 1`,
    [],
    url,
  );
  return row!.id;
}

const objectsOf = (definition: SubgraphDefinition): GraphQLObjectType[] =>
  Object.values(schemaOf(definition).getTypeMap()).filter(isObjectType);

const schemas = new Map<string, ReturnType<typeof buildOpenSchema>>();
function schemaOf(definition: SubgraphDefinition) {
  const known = schemas.get(definition.name) ?? buildOpenSchema(definition);
  schemas.set(definition.name, known);
  return known;
}

const leading = (field: GraphQLField<unknown, unknown>) =>
  isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';

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
