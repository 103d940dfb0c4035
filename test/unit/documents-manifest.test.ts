import { createHash } from 'node:crypto';
import { buildSchema } from 'graphql';
import { buildManifest } from '../../gateway/documents/build-manifest';
import { parseManifest } from '../../gateway/documents/manifest';

const schema = buildSchema(`
  type Query { me: Person people(ids: [Int]): [Person] }
  type Mutation { rename(name: String!): Person }
  type Person { id: ID! name: String friend: Person }
`);
const build = (files: Record<string, string>) => buildManifest(new Map(Object.entries(files)), schema);

describe('a manifest', () => {
  test('has an operation for each, with the fragments it needs from any file, by name', () => {
    const { operations, ...head } = build({
      'b.graphql':
        'query Me { me { ...Named friend { ...Known } } } mutation Call($n: String!) { rename(name: $n) { id } }',
      'a.graphql': 'fragment Named on Person { name } fragment Known on Person { id ...Named }',
    });
    expect(head).toEqual({ format: 'apollo-persisted-query-manifest', version: 1 });
    expect(operations.map(({ name, type }) => [name, type])).toEqual([
      ['Call', 'mutation'],
      ['Me', 'query'],
    ]);
    expect(operations[0]!.body).toBe('mutation Call($n: String!) {\n  rename(name: $n) {\n    id\n  }\n}');
    expect(operations[1]!.body).toMatch(/^query Me .*\nfragment Known .*\nfragment Named /s);
    for (const { id, body } of operations) {
      expect(id).toBe(createHash('sha256').update(body, 'utf8').digest('hex'));
    }
  });

  test('does not depend on comments, layout, names of files or what stands beside', () => {
    const plain = build({ a: 'query Me { me { ...N } } fragment N on Person { name }' }).operations;
    const other = build({
      a: 'fragment N on Person { name }\n# Who am I? من أنا؟\nquery Me { me\n{ ...N } }',
      b: 'query Others { people { id } }',
    }).operations;
    expect(other).toContainEqual(plain[0]);
    expect(other).toHaveLength(2);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['an operation without a name', { a: '{ me { id } }' }, /^a:1: An operation needs a name\.$/],
    ['one without a name beside another', { a: 'query A { me { id } } query { me { id } }' }, /needs a name/],
    [
      'a name that comes twice',
      { a: 'query A { me { id } }', b: '\nquery A { me { name } }' },
      /^\w:\d: There can be only one operation named "A"\.$/,
    ],
    [
      'a fragment that comes twice',
      {
        a: 'query A { me { ...F } } fragment F on Person { id }',
        b: 'query B { me { ...F } } fragment F on Person { id }',
      },
      /only one fragment named "F"/,
    ],
    ['a field that is not there', { a: '\n\nquery A { me { age } }' }, /^a:3: Cannot query field "age"/],
    ['no GraphQL', { a: 'query A {' }, /^a:1: Syntax Error/],
    ['definitions of types', { a: 'type Query { a: Int }' }, /^a:1: .*not executable/],
    [
      'what the limits of the hub refuse',
      { a: `query A { me { ${'friend { '.repeat(15)} id ${'} '.repeat(15)} } }` },
      /^A:1: At most 15 levels/,
    ],
    [
      'more than a document may hold',
      { a: `query A { people(ids: [${'1 '.repeat(3000)}]) { id } }` },
      /^A:\d+: .*3000 tokens/,
    ],
  ])('is not made of %s', (_, files, reason) => {
    expect(() => build(files)).toThrow(reason);
  });
});

describe('a manifest that is read', () => {
  const manifest = build({ a: 'query Me { me { id } }' });
  const [operation] = manifest.operations;

  test('is the one that was made', () => {
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  test.each<[string, unknown, RegExp]>([
    ['is of another kind', { ...manifest, format: 'relay' }, /^format: /],
    ['has another version', { ...manifest, version: 2 }, /^version: /],
    ['is a list', [operation], /^It: /],
    [
      'has a changed text',
      { ...manifest, operations: [{ ...operation, body: '{ me }' }] },
      /^operations\.0: must/,
    ],
    [
      'has an id of another kind',
      { ...manifest, operations: [{ ...operation, id: 'Me' }] },
      /^operations\.0: must/,
    ],
    [
      'has no text',
      { ...manifest, operations: [{ ...operation, body: undefined }] },
      /^operations\.0\.body: /,
    ],
  ])('is refused when it %s', (_, value, reason) => {
    expect(() => parseManifest(JSON.stringify(value))).toThrow(reason);
  });

  test('is refused when it is no JSON', () => {
    expect(() => parseManifest('{')).toThrow('It is not valid JSON.');
  });
});
