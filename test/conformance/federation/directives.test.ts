import { readDefinition, type SchemaDefinition } from './schema-definition';
import { askForTrace, type Supergraph, startSupergraph } from './supergraph';

/**
 * The 23 checks of Apollo's subgraph compatibility suite, here and in `keys.test.ts`, carried over under their names from
 * `@apollo/federation-subgraph-compatibility-tests` 1.2.1 (Copyright (c) 2021 Apollo Graph, MIT): the package brings
 * Rover, pm2 and a second Jest along. Where it looks for words in the SDL, these read it.
 */
let supergraph: Supergraph;
let definition: SchemaDefinition;

beforeAll(async () => {
  supergraph = await startSupergraph();
  const { data } = await supergraph.askProducts('query { _service { sdl } }');
  definition = readDefinition(data._service.sdl);
});
afterAll(() => supergraph.close());

const ofProduct = (selection: string) => `query ($id: ID!) { product(id: $id) { ${selection} } }`;
const federation = { id: 'apollo-federation' };
const email = 'support@apollographql.com';

test('@requires', async () => {
  const selection = 'createdBy { averageProductsCreatedPerYear email }';
  // 1337 products, which ours provides, in the 10 years that the other subgraph knows of.
  expect(await supergraph.askGateway(ofProduct(selection), federation)).toEqual({
    data: { product: { createdBy: { averageProductsCreatedPerYear: 134, email } } },
  });
});

test('@provides', async () => {
  const selection = 'createdBy { email totalProductsCreated }';
  expect(await supergraph.askProducts(ofProduct(selection), federation)).toEqual({
    data: { product: { createdBy: { email, totalProductsCreated: 1337 } } },
  });
});

test('ftv1', async () => {
  expect(await askForTrace('query { __typename }')).toEqual({
    data: { __typename: 'Query' },
    extensions: { ftv1: expect.any(String) },
  });
});

describe('@shareable', () => {
  it('should return @shareable directives in _service sdl', () => {
    expect(definition.onType('ProductDimension')).toEqual(['@shareable']);
  });

  it('should be able to resolve @shareable ProductDimension types', async () => {
    expect(await supergraph.askGateway(ofProduct('dimensions { size weight }'), federation)).toEqual({
      data: { product: { dimensions: { size: 'small', weight: 1 } } },
    });
  });
});

test('@tag', () => {
  expect(definition.onField('Product', 'notes')).toEqual(['@tag(name: "internal")']);
});

describe('@override', () => {
  it('should return @override directives in _service sdl', () => {
    expect(definition.onField('User', 'name')).toEqual(['@override(from: "users")']);
  });

  it('should return overridden user name', async () => {
    expect(await supergraph.askGateway(ofProduct('createdBy { name }'), federation)).toEqual({
      data: { product: { createdBy: { name: 'Jane Smith' } } },
    });
  });
});

describe('@inaccessible', () => {
  it('should return @inaccessible directives in _service sdl', () => {
    expect(definition.onField('ProductDimension', 'unit')).toEqual(['@inaccessible']);
  });

  it('should be able to query @inaccessible fields via the products schema directly', async () => {
    expect(await supergraph.askProducts(ofProduct('dimensions { unit }'), federation)).toEqual({
      data: { product: { dimensions: { unit: 'kg' } } },
    });
  });
});

test('@composeDirective', () => {
  expect(definition.onSchema).toEqual(
    expect.arrayContaining([
      '@link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])',
      '@composeDirective(name: "@custom")',
    ]),
  );
  expect(definition.directiveDefinitions).toContain('directive @custom on OBJECT');
  expect(definition.onType('Product')).toContain('@custom');
});

describe('@interfaceObject', () => {
  test('verifies schema contains entity type marked as @interfaceObject', () => {
    expect(definition.onType('Inventory')).toEqual(['@interfaceObject', '@key(fields: "id")']);
  });

  test('verifies @interfaceObject entity returns new fields', async () => {
    const query = 'query ($id: ID!) { inventory(id: $id) { deprecatedProducts { sku reason } } }';
    expect(await supergraph.askGateway(query, { id: 'apollo-oss' })).toEqual({
      data: {
        inventory: {
          deprecatedProducts: [{ sku: 'apollo-federation-v1', reason: 'Migrate to Federation V2' }],
        },
      },
    });
  });
});

describe('besides the 23', () => {
  test('what the other side requires of ours comes from ours', async () => {
    const selection = 'delivery(zip: "94111") { estimatedDelivery fastestDelivery }';
    expect(await supergraph.askGateway(ofProduct(selection), federation)).toEqual({
      data: { product: { delivery: { estimatedDelivery: '5/1/2019', fastestDelivery: '5/1/2019' } } },
    });
  });

  test('the gateway knows nothing that is inaccessible', async () => {
    const { data, errors } = await supergraph.askGateway(ofProduct('dimensions { unit }'), federation);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
