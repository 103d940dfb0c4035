import { randomUUID } from 'node:crypto';
import { roles } from '../../shared/identity/viewer';
import { type IdKind, idPrefixes, seedId } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, ownDatabase } from '../testkit/database';
import { type Asker, bytes, startTestHub, type TestHub, transports } from '../testkit/hub';
import { inputFor, kindOf, mutationInputs } from '../testkit/mutation-inputs';
import { everyPlace, putInto } from '../testkit/schema-arguments';
import { plantRows } from '../testkit/synthetic-rows';
import { makeKey } from '../testkit/tool-keys';

/** Rows of an organisation that nobody here has anything to do with, and ids of which there are no rows. */
const hidden = (kind: IdKind) => seedId(kind, 'hidden');
const nobody = (kind: IdKind) => seedId(kind, 'nobody');

/** Every id that a client gives to a query, with its kind. */
const questions = everyPlace()
  .filter(({ type }) => type === 'ID')
  .map((place) => ({ place, kind: kindOf(place.field, place.path.at(-1)!) }));
/** The same of mutations: of the fields of their inputs. */
const deeds = mutationInputs().flatMap((mutation) =>
  Object.values(mutation.type.getFields())
    .filter(({ type }) => /\bID\b/.test(`${type}`))
    .map(({ name, type }) => ({
      mutation,
      name,
      list: `${type}`.startsWith('['),
      kind: kindOf(mutation.field, name),
    })),
);

/** A credit may name anybody: another subgraph keeps the directory, and an id that is nobody’s is shown as nobody. */
const takenUnseen = ['campaignCreate(partners)', 'campaignCreate(funders)'];

/** What the coalition keeps for everybody who applies, invites or lost their way in: its staff is a party to that row. */
const ofStaff = ['Application', 'RecoveryRequest'];

let database: Awaited<ReturnType<typeof ownDatabase>>;
beforeAll(async () => {
  database = await ownDatabase();
  await plantHidden(database.url);
});
afterAll(() => database.drop());

describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  let actors: Record<string, string | undefined>;
  beforeAll(async () => {
    hub = await startTestHub(transport, database.url);
    const key = await makeKey(hub, { scopes: ['campaign.summary:r', 'org.public:r', 'event.public:r'] });
    actors = { 'the public': undefined, 'a tool': key.secret };
    for (const role of roles) {
      const as: Exclude<Asker, 'public'> = role === 'COALITION_STAFF' ? `nair:${role}` : `mima:${role}`;
      actors[role] = await hub.provenTokenFor(as);
    }
  });
  afterAll(() => hub.close());

  it('every id of every query and mutation is tried', () => {
    expect(questions.length).toBeGreaterThan(25);
    expect(deeds.length).toBeGreaterThan(40);
    expect(new Set(deeds.map(({ mutation }) => mutation.field)).size).toBeGreaterThan(35);
  });

  async function seen(query: string, variables: object, token: string | undefined, ids: readonly string[]) {
    hub.statements();
    const answer = await hub.ask(query, { variables, ...(token !== undefined && { token }) });
    const statements = hub
      .statements()
      .map(({ subgraph, kind, text }) => `${subgraph} ${kind} ${withoutChance(text)}`)
      // Fields of a query run side by side.
      .sort();
    const { status, headers, text } = bytes(answer);
    // What the client said itself may stand in the answer.
    const said = ids.reduce((rest, id) => rest.replaceAll(id, 'the id'), text);
    return { status, headers, text: said, statements, answer };
  }
  const without = ({ answer: _answer, ...rest }: Awaited<ReturnType<typeof seen>>) => rest;

  const askers = ['the public', 'a tool', ...roles];

  it.each(askers)('as %s no id in a query tells a hidden row from none', async (actor) => {
    // Who belongs to a member organisation sees the entry of every other one.
    const isOpen = ({ place, kind }: (typeof questions)[number]) =>
      kind === 'Organization' && actor !== 'the public' && place.path[0] === 'id';
    let looked = 0;
    for (const some of inBatches(questions.filter((question) => !isOpen(question)))) {
      const tried = (idOf: (kind: IdKind) => string) => {
        const { query, variables } = allAtOnce(some.map(({ place, kind }) => putInto(place, idOf(kind))));
        return seen(
          query,
          variables,
          actors[actor],
          some.map(({ kind }) => idOf(kind)),
        );
      };
      const [foreign, unknown] = [await tried(hidden), await tried(nobody)];
      expect(without(foreign)).toEqual(without(unknown));
      expect([200, 400]).toContain(foreign.status);
      expect(foreign.answer.data).toBeDefined();
      looked += foreign.statements.filter((text) => / query /.test(text)).length;
    }
    expect(looked).toBeGreaterThan(15);
  });

  it.each(askers)('as %s no id in a mutation does', async (actor) => {
    let looked = 0;
    const open = actor === 'COALITION_STAFF' ? ofStaff : [];
    for (const some of inBatches(deeds.filter(({ kind }) => !open.includes(kind)))) {
      const keys = some.map(() => [randomUUID(), randomUUID()]);
      const tried = async (idOf: (kind: IdKind) => string, n: 0 | 1) => {
        await asAdministrator('delete from members.attempt', [], database.url);
        const inputs = some.map(({ mutation, name, list, kind }, place) => {
          const id = idOf(kind);
          const isCreating = 'idempotencyKey' in mutation.type.getFields();
          return inputFor(mutation, {
            [name]: list ? [id] : id,
            ...(isCreating && { idempotencyKey: keys[place]![n] }),
          });
        });
        const declared = some.map(({ mutation }, place) => `$i${place}: ${mutation.type}!`);
        const fields = some.map(
          ({ mutation }, place) =>
            `m${place}: ${mutation.field}(input: $i${place}) { userErrors { field code message } }`,
        );
        const variables = Object.fromEntries(inputs.map((input, place) => [`i${place}`, input]));
        const query = `mutation (${declared.join(', ')}) { ${fields.join(' ')} }`;
        return seen(
          query,
          variables,
          actors[actor],
          some.map(({ kind }) => idOf(kind)),
        );
      };
      const [foreign, unknown] = [await tried(hidden, 0), await tried(nobody, 1)];
      expect(without(foreign)).toEqual(without(unknown));
      // Neither did anything.
      const done = some.flatMap(({ mutation, name }, place) => {
        const payload = foreign.answer.data[`m${place}`];
        return payload === null || payload.userErrors.length > 0 ? [] : [`${mutation.field}(${name})`];
      });
      expect(done.filter((one) => !takenUnseen.includes(one))).toEqual([]);
      looked += foreign.statements.filter((text) => / query /.test(text)).length;
    }
    if (actor === 'ORG_ADMIN') expect(looked).toBeGreaterThan(30);
  });

  it('the hidden rows are there, and were not touched', async () => {
    for (const kind of [
      'Campaign',
      'Event',
      'Agreement',
      'Invitation',
      'ApiClient',
      'RoleProposal',
    ] as const) {
      const rows = await everywhere(database.url, hidden(kind));
      expect({ kind, rows }).toEqual({ kind, rows: expect.arrayContaining([expect.any(String)]) });
    }
    const log = await asAdministrator(
      subgraphs
        .map(
          ({ name }) =>
            `select 1 from ${name}.audit_entry where organization_id = '${hidden('Organization')}'`,
        )
        .join(' union all '),
      [],
      database.url,
    );
    expect(log).toEqual([]);
  });
});

/** A row with an id of every kind in every table that has ids: whichever table is looked into, there is one. */
async function plantHidden(url: string): Promise<void> {
  const kinds = Object.keys(idPrefixes) as IdKind[];
  const others = ['members.organization', ...subgraphs.map(({ name }) => `${name}.audit_entry`)];
  for (const table of await tablesWithIds(url)) {
    if (others.includes(table)) continue;
    const [schema, name] = table.split('.') as [string, string];
    await plantRows(url, schema, name, {
      organization_id: [hidden('Organization')],
      sharing_level: ['PRIVATE'],
      id: kinds.map(hidden),
      first_admin: ['false'],
      roles: ['{VIEWER}'],
    });
  }
  await plantRows(url, 'members', 'organization', {
    organization_id: [hidden('Organization')],
    sharing_level: ['PRIVATE'],
  });
}

/** The tables that hold a row with that id. */
async function everywhere(url: string, id: string): Promise<string[]> {
  const found = (await tablesWithIds(url)).map(
    (table) => `select '${table}' as name from ${table} where id = '${id}'`,
  );
  const rows = await asAdministrator<{ name: string }>(found.join(' union all '), [], url);
  return rows.map(({ name }) => name);
}

async function tablesWithIds(url: string): Promise<string[]> {
  const rows = await asAdministrator<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where table_schema = any ($1) and column_name in ('id', 'organization_id')
     group by 1 having count(*) = 2`,
    [subgraphs.map(({ name }) => name)],
    url,
  );
  return rows.map(({ name }) => name);
}

/** As many as one operation may have, with room for limits to become narrower. */
function inBatches<Item>(items: readonly Item[]): Item[][] {
  const size = 8;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}

/** One request of several, each with variables and an alias of its own. */
function allAtOnce(requests: readonly ReturnType<typeof putInto>[]) {
  const parts = requests.map(({ query, variables }, n) => {
    const [, declared, fields] = /^query \((.*?)\) \{ (.*) \}$/s.exec(query)!;
    return {
      declared: declared!.replaceAll('$', `$p${n}_`),
      fields: fields!.replaceAll('$', `$p${n}_`).replace(/^r0:/, `r${n}:`),
      variables: Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [`p${n}_${name}`, value]),
      ),
    };
  });
  return {
    query: `query (${parts.map(({ declared }) => declared).join(', ')}) { ${parts.map(({ fields }) => fields).join(' ')} }`,
    variables: Object.assign({}, ...parts.map(({ variables }) => variables)) as object,
  };
}

/** Without what differs between any two requests. */
const withoutChance = (text: string) => text.replace(/(statement_timeout|hub\.request) = [^;]+/g, '');
