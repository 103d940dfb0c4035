import pino from 'pino';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { publicViewer, type Viewer } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { createSubgraph, type RunningSubgraph } from '../../shared/subgraph/create-subgraph';
import { subgraphs } from '../../subgraphs/registry';
import { claimsOf, viewerOf } from '../testkit/claims';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';
import { idKindOf, refOf } from '../testkit/entity-refs';
import { plantRows } from '../testkit/synthetic-rows';

const theirs = seedId('Organization', 'hidden');
const idOf = (type: string, slug: string) => seedId(idKindOf(type)!, slug);
const hiddenRef = (type: string, slug: string) => refOf(type, theirs, idOf(type, slug));

const viewer = viewerOf({
  personId: 'per_me',
  organizationId: 'org_mine',
  roles: ['ORG_ADMIN', 'CASEWORKER'],
});

let database: Awaited<ReturnType<typeof ownDatabase>>;
beforeAll(async () => {
  database = await ownDatabase();
});
afterAll(() => database.drop());

/** Whoever could write representations would enter the graph at any type, with any key. */
describe.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('_entities of %s', (name, definition) => {
  let subgraph: RunningSubgraph;
  let statements: string[] = [];
  const types = Object.keys(definition.references);
  const owned = Object.entries(definition.policy.tables).flatMap(([table, rule]) => {
    const entity = definition.entities.find(
      (candidate) => candidate.name.toLowerCase() === table.replaceAll('_', ''),
    );
    // Credit for finished work is a name, open to everybody.
    const isOwned = entity && 'group' in rule && table !== 'organization_credit';
    return isOwned && types.includes(entity.name)
      ? [{ table, type: entity.name, who: rule.group === 'org.public' ? publicViewer : viewer }]
      : [];
  });
  beforeAll(async () => {
    for (const { table, type } of owned) {
      const spread = {
        organization_id: [theirs],
        sharing_level: ['PRIVATE'],
        id: [idOf(type, 'hidden')],
      };
      await plantRows(database.url, name, table, spread);
    }
    subgraph = createSubgraph(definition, {
      databaseUrl: roleUrl(database.url, subgraphRole(name), testSecret),
      logger: pino({ level: 'silent' }),
      onStatement: (_kind, text) => statements.push(text.replace(/statement_timeout = \d+/, '')),
    });
  });
  afterAll(() => subgraph.close());

  async function ask(type: string, representations: unknown, who: Viewer = viewer) {
    statements = [];
    const answer = await subgraph.execute(
      {
        query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${type} { ref } } }`,
        variables: { representations },
      },
      claimsOf({ viewer: who }),
    );
    return { answer: JSON.stringify(answer), statements };
  }

  it('knows its types', () => {
    expect(owned.length).toBeGreaterThan(0);
  });

  it.each(owned)('$type: somebody else’s row and one that never was are the same', async ({
    table,
    type,
    who,
  }) => {
    const [planted] = await asAdministrator<{ id: string }>(
      `select id from ${name}.${table} where organization_id = $1`,
      [theirs],
      database.url,
    );
    const unknown = await ask(type, [{ __typename: type, ref: hiddenRef(type, 'nobody') }], who);
    expect(planted!.id).toBe(idOf(type, 'hidden'));
    const foreign = await ask(type, [{ __typename: type, ref: hiddenRef(type, 'hidden') }], who);
    expect(foreign).toEqual(unknown);
    expect(JSON.parse(foreign.answer).data._entities).toEqual([null]);
    expect(foreign.statements.length).toBeGreaterThan(0);
    // Whatever else a representation says of the row, the database knows better.
    const claimed = JSON.parse(`{"__proto__": {"organizationId": "org_mine"}, "constructor": 1}`);
    const extra = {
      ...{ id: planted!.id, organizationId: 'org_mine', organization_id: 'org_mine', sharingLevel: 'PUBLIC' },
      ...{ level: 'PUBLIC', viewer: { roles: ['ORG_ADMIN'] }, name: { value: 'x' }, ...claimed },
    };
    expect(await ask(type, [{ __typename: type, ref: hiddenRef(type, 'hidden'), ...extra }], who)).toEqual(
      unknown,
    );
  });

  it.each(types)('%s: a key that is no text opens nothing and is no fault', async (type) => {
    const odd: unknown[] = [null, 1, true, [], {}, { $ne: null }, ['x'], { toString: 'x' }];
    const nothing = await ask(type, [{ __typename: type }]);
    expect(JSON.parse(nothing.answer)).toEqual({ data: { _entities: [null] } });
    expect(nothing.statements).toEqual([]);
    for (const ref of odd) expect(await ask(type, [{ __typename: type, ref }])).toEqual(nothing);
    // A key by another name is none.
    expect(await ask(type, [{ __typename: type, id: idOf(type, 'hidden') }])).toEqual(nothing);
  });

  it('an unknown type is refused, and no statement is made of it', async () => {
    const [type] = types as [string];
    const known = ['Account', 'Query', 'Mutation', 'String', '_Service', 'UserError', '__Schema', '__Type'];
    const odd = ['', ' ', 'x', '__proto__', 'constructor', 'toString', 'hasOwnProperty', `${type} `];
    for (const __typename of [...known, ...odd, 1, null, [type], { toString: type }]) {
      const { answer, statements: sent } = await ask(type, [{ __typename, ref: 'x_hidden' }]);
      expect({ __typename, sent: sent.filter((text) => !/^(commit|rollback)/.test(text)) }).toEqual({
        __typename,
        sent: [],
      });
      expect(answer).not.toMatch(/select|x_hidden|node_modules|TypeError/);
      expect(JSON.parse(answer).data?._entities?.[0] ?? null).toBeNull();
    }
  });

  it.each(owned)('201 of $type cost the statements of one', async ({ type }) => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        __typename: type,
        ref: hiddenRef(type, `any ${n}`),
      }));
    const [one, all] = [await ask(type, many(1)), await ask(type, many(201))];
    expect(all.statements).toEqual(one.statements);
    expect(JSON.parse(all.answer).data._entities).toHaveLength(201);
  });
});
