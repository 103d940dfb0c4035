import { isDeepStrictEqual } from 'node:util';
import {
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { rightOf } from '../../../shared/permission/may-touch';
import { toolScopes } from '../../../shared/permission/tool-scopes';
import { subgraphs } from '../../../subgraphs/registry';
import { bytes, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { clientSchema } from '../../testkit/schema-arguments';
import { decide, makeClient, makeKey } from '../../testkit/tool-keys';

/** The permission group of each field, of all subgraphs: `Campaign.title` → `campaign.summary`. */
const groupOf = new Map(
  subgraphs.flatMap(({ policy }) =>
    Object.entries(policy.fields).flatMap(([type, rights]) =>
      Object.entries(rights).flatMap(([right, fields]) =>
        fields.map((field) => [`${type}.${field}`, rightOf(right).group] as const),
      ),
    ),
  ),
);

/** Cursors are sealed anew each time; what tells of keys, and what it follows, is a tool's own, whatever its scopes. */
const changing = new Set(['edges', 'endCursor', 'viewerTool', 'apiClients', 'follows']);

/** All fields of a type outside one group, a few levels deep, that need no argument. */
function selection(type: GraphQLObjectType, without: string, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap(({ name, type: of, args }) => {
    if (groupOf.get(`${type.name}.${name}`) === without || changing.has(name)) return [];
    if (args.some(isRequiredArgument)) return [];
    const named = getNamedType(of);
    if (isLeafType(named)) return [name];
    if (!isObjectType(named) || depth === 0) return [];
    const inner = selection(named, without, depth - 1);
    const page = args.some((argument) => argument.name === 'first') ? '(first: 3)' : '';
    return inner === '' ? [] : [`${name}${page} { ${inner} }`];
  });
  return fields.join(' ');
}

/** Every field of `Query` outside the group, with what must be given for it. */
const needed: Readonly<Record<string, string>> = {
  period: '{ year: 2025 }',
  list: '"themes"',
  by: 'KIND',
};

function questions(without: string): { field: string; query: string }[] {
  return Object.values(clientSchema.getQueryType()!.getFields()).flatMap(({ name, args, type }) => {
    const named = getNamedType(type);
    const required = args.filter(isRequiredArgument);
    if (groupOf.get(`Query.${name}`) === without || changing.has(name) || !isObjectType(named)) return [];
    if (!required.every((argument) => argument.name in needed)) return [];
    const inner = selection(named, without, 2);
    const given = [
      ...required.map((argument) => `${argument.name}: ${needed[argument.name]}`),
      ...(args.some((argument) => argument.name === 'first') ? ['first: 5'] : []),
    ].join(', ');
    return inner === '' ? [] : [{ field: name, query: `{ ${name}${given && `(${given})`} { ${inner} } }` }];
  });
}

const groups = new Set(subgraphs.flatMap(({ policy }) => Object.keys(policy.groups)));
/** One scope of a group that is not there yet stands for all of them. */
const scopes = [
  ...Object.keys(toolScopes).filter((scope) => groups.has(rightOf(scope).group)),
  'fund.summary:r',
];

/** Where the rows of a group are counted. */
const counts: Readonly<Record<string, string>> = {
  'org.public': 'organizations',
  'campaign.summary': 'campaigns',
  'report.figure': 'serviceFigures',
  'event.public': 'events',
  'service.directory': 'services',
};
describe.each(transports)('a key, over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  let client: string;
  beforeAll(async () => {
    client = await makeClient(hub);
  });

  it.each(
    scopes,
  )('with the scope %s gets outside its group what everybody gets, and no more', async (scope) => {
    const { secret } = await makeKey(hub, { client, scopes: [scope] });
    const { group, operation } = rightOf(scope);
    // To write is not to read.
    const asked = questions(operation === 'r' ? group : 'none');
    expect(asked.length).toBeGreaterThan(8);
    const differing: string[] = [];
    for (const { field, query } of asked) {
      const [tool, anybody] = await Promise.all([hub.ask(query, { token: secret }), hub.ask(query)]);
      if (!isDeepStrictEqual(bytes(tool), bytes(anybody))) differing.push(field);
    }
    expect(differing).toEqual([]);
  });

  it.each(Object.entries(counts))('reads of %s what its grantor reads', async (group, list) => {
    const query = `{ ${list} { totalCount } }`;
    const { secret } = await makeKey(hub, { client, scopes: [`${group}:r`] });
    const tool = await hub.ask(query, { token: secret });
    const grantor = await hub.ask(query, { as: 'mima:ORG_ADMIN' });
    expect(tool.errors).toBeUndefined();
    expect(tool.data).toEqual(grantor.data);
    expect(tool.data[list].totalCount).toBeGreaterThan(0);
  });

  it('never touches a group that has no tools, with whatever scopes', async () => {
    const { secret } = await makeKey(hub, { client, scopes: Object.keys(toolScopes) });
    for (const query of [
      '{ viewer { roles } }',
      '{ storyProfiles { totalCount } }',
      '{ campaigns { nodes { internal { sharingLevel } } } }',
      '{ organizations { nodes { engagements { id } } } }',
      '{ accessLog { campaigns { head { hash } } } }',
      '{ membersAuditHeads { nodes { hash } } }',
    ]) {
      const { errors } = await hub.ask(query, { token: secret });
      expect({ query, codes: new Set(errors?.map(({ extensions }) => extensions.code)) }).toEqual({
        query,
        codes: new Set(['FORBIDDEN']),
      });
    }
  });

  it('does nothing that is meant for people', async () => {
    const { secret } = await makeKey(hub, { client, scopes: Object.keys(toolScopes) });
    const forTools = subgraphs.flatMap(({ policy }) =>
      Object.entries(policy.fields.Mutation ?? {}).flatMap(([right, fields]) => {
        const { group, operation } = rightOf(right);
        const cells = policy.groups[group]?.cells;
        const open = !cells || [cells.TOOL, cells.PUBLIC].some((cell) => cell.includes(operation));
        return open ? [] : fields;
      }),
    );
    expect(forTools.length).toBeGreaterThan(3);
    const mutations = clientSchema.getMutationType()!.getFields();
    for (const name of forTools) {
      const { args } = mutations[name]!;
      const given = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
      const declared = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
      const variables = Object.fromEntries(args.map((argument) => [argument.name, exampleOf(argument.type)]));
      const { errors, data } = await hub.ask(
        `mutation ${declared && `(${declared})`} { ${name}${given && `(${given})`} { __typename } }`,
        { token: secret, variables },
      );
      expect({ name, code: errors?.[0].extensions.code, data: data?.[name] ?? null }).toEqual({
        name,
        code: 'FORBIDDEN',
        data: null,
      });
    }
  });

  it('loses with the next request what its grantor loses', async () => {
    const { secret } = await makeKey(hub, { client, scopes: ['campaign.summary:r', 'event.public:r'] });
    const ask = () => hub.ask('{ campaigns { totalCount } events { totalCount } }', { token: secret });
    const before = await ask();
    await decide(database.url, { narrowed: ['ORG_ADMIN:campaign.summary:r'] });
    const narrowed = await ask();
    await decide(database.url, { narrowed: ['TOOL:campaign.summary:r'] });
    const forTools = await ask();
    await decide(database.url, {});
    const open = await hub.ask('{ campaigns { totalCount } }');
    expect(before.data.campaigns.totalCount).toBeGreaterThan(open.data.campaigns.totalCount);
    expect(narrowed.data).toEqual({ ...before.data, ...open.data });
    expect(forTools.data).toEqual({ ...before.data, ...open.data });
    expect((await ask()).data).toEqual(before.data);
  });

  it('sees its own data', async () => {
    const { id, secret } = await makeKey(hub, { client, scopes: ['event.public:r'] });
    const other = await makeKey(hub, { client });
    const query = '{ viewerTool { id scopes lastUsedAt expiresAt } }';
    const { data } = await hub.ask(query, { token: secret });
    expect(data.viewerTool).toMatchObject({ id, scopes: ['event.public:r'] });
    expect(data.viewerTool.id).not.toBe(other.id);
    expect((await hub.ask(query, { as: 'mima:ORG_ADMIN' })).data.viewerTool).toBeNull();
    expect((await hub.ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

const scalars: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Decimal: '1',
  Boolean: true,
  DateTimeISO: '2030-01-01T00:00:00.000Z',
  LocalDate: '2030-01-01',
};

/** Some value that the type takes. */
function exampleOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (!isInputObjectType(bare)) return scalars[String(bare)] ?? 'x';
  const required = Object.values(bare.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, exampleOf(field.type)]));
}
