import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sampleQueries } from '../../gateway/explorer/sample-queries';
import { composeSupergraph } from '../../gateway/supergraph/compose';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { fakeSubgraph, type RunningGateway, runGateway } from './gateway-testkit';

const first = fakeSubgraph('one', 'type Query { a: String }', { Query: { a: () => 'A' } });
const second = fakeSubgraph('one', 'type Query { a: String b: String }', {
  Query: { a: () => 'A', b: () => 'B' },
});
const stranger = fakeSubgraph('two', 'type Query { c: String }', { Query: { c: () => 'C' } });

const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
const file = join(folder, 'supergraph.graphql');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a watched supergraph file', () => {
  let running: RunningGateway;
  beforeEach(async () => {
    writeFileSync(file, composeSupergraph([first]));
    running = await runGateway([second], { supergraphSdl: { file, watch: true } });
  });
  afterEach(() => running.stop());

  const knows = async (field: string) => (await running.ask(`{ ${field} }`)).errors === undefined;
  const logged = (text: string) => running.log.filter(({ msg }) => String(msg).includes(text));

  async function eventually(check: () => boolean | Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 5_000; Date.now() < end; await wait(50)) if (await check()) return;
    throw new Error('did not happen');
  }

  test('is served anew when it changes', async () => {
    expect([await knows('a'), await knows('b')]).toEqual([true, false]);
    writeFileSync(file, composeSupergraph([second]));
    await eventually(() => knows('b'));
    expect((await running.ask('{ a b }')).data).toEqual({ a: 'A', b: 'B' });
    expect(logged('is served now')).toHaveLength(1);
  });

  test('is served anew when another file takes its place', async () => {
    writeFileSync(`${file}.new`, composeSupergraph([second]));
    renameSync(`${file}.new`, file);
    await eventually(() => knows('b'));
  });

  test.each([
    ['no GraphQL', 'type Query {'],
    ['empty', ''],
    ['no supergraph', 'type Query { b: String }'],
    ['about a subgraph that is not there', composeSupergraph([first, stranger])],
  ])('is refused when it is %s, and the old one keeps serving', async (_, text) => {
    writeFileSync(file, text);
    await eventually(() => logged('was refused').length > 0);
    expect(logged('was refused')[0]).toMatchObject({ level: 50, reason: expect.any(String) });
    expect([await knows('a'), await knows('b'), await knows('c')]).toEqual([true, false, false]);
    writeFileSync(file, composeSupergraph([second]));
    await eventually(() => knows('b'));
  });

  test('that disappears is no reason to stop', async () => {
    rmSync(file);
    await eventually(() => logged('was refused').length > 0);
    expect(await knows('a')).toBe(true);
  });
});

test('a file that is not watched is read once', async () => {
  writeFileSync(file, composeSupergraph([first]));
  const running = await runGateway([second], { supergraphSdl: { file } });
  writeFileSync(file, composeSupergraph([second]));
  await wait(1_200);
  expect((await running.ask('{ b }')).errors).toBeDefined();
  await running.stop();
});

test('a gateway does not start on a broken supergraph', async () => {
  await expect(runGateway([first], { supergraphSdl: 'type Query {' })).rejects.toThrow(/Syntax Error/);
  await expect(runGateway([first], { supergraphSdl: composeSupergraph([stranger]) })).rejects.toThrow(
    /"two"/,
  );
});

describe('composing', () => {
  test('says what does not fit, and knows no addresses', () => {
    const shared = fakeSubgraph('three', 'type Query { a: Int }', {});
    expect(() => composeSupergraph([first, shared])).toThrow(/do not compose:\n- \w+: .*Query\.a/);
    expect(composeSupergraph([first])).toContain('@join__graph(name: "one", url: "http://one")');
  });

  test('does not depend on when it is done', () => {
    expect(composeSupergraph([first, stranger])).toBe(composeSupergraph([first, stranger]));
  });
});

describe('the committed supergraph', () => {
  const text = readFileSync(supergraphFile(), 'utf8');
  const anything = async () => ({ data: {} });
  const names = [...text.matchAll(/@join__graph\(name: "(\w+)"/g)].map(([, name]) => name ?? '');

  test('has room for every sample query of the explorer', async () => {
    const running = await runGateway([], {
      supergraphSdl: text,
      subgraphs: Object.fromEntries(names.map((name) => [name, anything])),
    });
    const answers = await Promise.all(
      sampleQueries.map(({ query, variables }) => running.ask(query, { variables: { ...variables } })),
    );
    await running.stop();
    expect(answers.map(({ status, errors }) => [status, errors])).toEqual(
      sampleQueries.map(() => [200, undefined]),
    );
    expect(new Set(sampleQueries.map(({ title }) => title.ar)).size).toBe(sampleQueries.length);
  });
});
