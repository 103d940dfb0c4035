import { type Products, startProducts } from './products-server';
import { readDefinition, type SchemaDefinition } from './schema-definition';
import { suiteSchema } from './suite-schema';

/** 10 of the 23 checks of Apollo's subgraph compatibility suite; see `directives.test.ts`. */
let products: Products;
let sdl: string;
let definition: SchemaDefinition;

beforeAll(async () => {
  products = await startProducts();
  const { data } = await products.ask('query { _service { sdl } }');
  sdl = data._service.sdl;
  definition = readDefinition(sdl);
});
afterAll(() => products.close());

/** Looks entities up as a gateway does. */
function entities(selection: string, ...representations: object[]) {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
  return products.ask(query, { representations });
}

const email = 'support@apollographql.com';

test('introspection', () => {
  expect(sdl).toContain('type Query');
  expect(definition.fields).toEqual(expect.arrayContaining([...readDefinition(suiteSchema).fields]));
});

describe('@key single', () => {
  test('applies single field @key on User', () => {
    expect(definition.onType('User')).toEqual(['@extends', '@key(fields: "email")']);
  });

  test('resolves single field @key on User', async () => {
    expect(await entities('... on User { email name }', { __typename: 'User', email })).toEqual({
      data: { _entities: [{ email, name: 'Jane Smith' }] },
    });
  });
});

describe('@key multiple', () => {
  test('applies multiple field @key on DeprecatedProduct', () => {
    expect(definition.onType('DeprecatedProduct')).toEqual(['@key(fields: "sku package")']);
  });

  test('resolves multiple field @key on DeprecatedProduct', async () => {
    const key = { sku: 'apollo-federation-v1', package: '@apollo/federation-v1' };
    expect(
      await entities('... on DeprecatedProduct { sku package reason }', {
        __typename: 'DeprecatedProduct',
        ...key,
      }),
    ).toEqual({ data: { _entities: [{ ...key, reason: 'Migrate to Federation V2' }] } });
  });
});

describe('@key composite', () => {
  test('applies composite object @key on ProductResearch', () => {
    expect(definition.onType('ProductResearch')).toEqual(['@key(fields: "study { caseNumber }")']);
  });

  test('resolves composite object @key on ProductResearch', async () => {
    expect(
      await entities('... on ProductResearch { study { caseNumber description } }', {
        __typename: 'ProductResearch',
        study: { caseNumber: '1234' },
      }),
    ).toEqual({
      data: { _entities: [{ study: { caseNumber: '1234', description: 'Federation Study' } }] },
    });
  });
});

describe('repeatable @key', () => {
  test('applies repeatable @key directive on Product', () => {
    expect(definition.onType('Product')).toEqual(
      expect.arrayContaining([
        '@key(fields: "id")',
        '@key(fields: "sku package")',
        '@key(fields: "sku variation { id }")',
      ]),
    );
  });

  test('resolves multiple @key directives on Product', async () => {
    expect(
      await entities(
        '... on Product { id sku }',
        { __typename: 'Product', id: 'apollo-federation' },
        { __typename: 'Product', sku: 'federation', package: '@apollo/federation' },
        { __typename: 'Product', sku: 'studio', variation: { id: 'platform' } },
      ),
    ).toEqual({
      data: {
        _entities: [
          { id: 'apollo-federation', sku: 'federation' },
          { id: 'apollo-federation', sku: 'federation' },
          { id: 'apollo-studio', sku: 'studio' },
        ],
      },
    });
  });
});

test('@link', () => {
  const links = definition.onSchema.filter((directive) => directive.includes('specs.apollo.dev/federation'));
  expect(links).toHaveLength(1);
  expect(links[0]).toMatch(/^@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.[0-3]"/);
  const imported = [...links[0]!.matchAll(/"(@?\w+)"/g)].map(([, name]) => name);
  expect(imported).toContain('@key');
  const known =
    '@composeDirective @extends @external @inaccessible @interfaceObject @key @override @provides @requires @shareable @tag FieldSet';
  expect(imported.filter((name) => !known.split(' ').includes(name!))).toEqual([]);
});
