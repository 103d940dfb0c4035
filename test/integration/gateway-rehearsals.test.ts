import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { QueryPlanner } from '@apollo/query-planner';
import type { GatewayOptions } from '../../gateway/create-gateway';
import { documentId } from '../../gateway/documents/manifest';
import { operationCost } from '../../gateway/limits/operation-cost';
import { composeSupergraph } from '../../gateway/supergraph/compose';
import { fakeSubgraph, post, type RunningGateway, runGateway } from './gateway-testkit';

jest.mock('../../gateway/limits/operation-cost', () => {
  const actual = jest.requireActual('../../gateway/limits/operation-cost');
  return { ...actual, operationCost: jest.fn(actual.operationCost) };
});
const counted = jest.mocked(operationCost);
const planned = jest.spyOn(QueryPlanner.prototype, 'buildQueryPlan');
beforeEach(() => {
  counted.mockClear();
  planned.mockClear();
});

const notes = fakeSubgraph('notes', 'type Query { note(id: ID): String } type Mutation { write: String }', {
  Query: { note: (_: unknown, { id }: { id?: string }) => id ?? 'first' },
  Mutation: { write: () => 'written' },
});
const query = 'query One($id: ID) { note(id: $id) }';
const required = 'query Two($id: ID!) { note(id: $id) }';
const mutation = 'mutation Write { write }';
const misfit = 'query Misfit { nothing }';

const start = (bodies: readonly string[], options: Partial<GatewayOptions> = {}) =>
  runGateway([notes], {
    documents: { required: true, bodies: new Map(bodies.map((body) => [documentId(body), body])) },
    ...options,
  });
const ask = ({ url }: RunningGateway, text: string, variables = {}) =>
  post(url, JSON.stringify({ documentId: `sha256:${documentId(text)}`, variables }));

async function ready({ log }: RunningGateway, times = 1): Promise<void> {
  const lines = () => log.filter(({ msg }) => msg === 'trusted documents are ready');
  for (const end = Date.now() + 5_000; Date.now() < end; await wait(20)) if (lines().length >= times) return;
  throw new Error('did not happen');
}

test('a trusted document is checked, planned and counted before anybody asks, and not run', async () => {
  const running = await start([query, required, mutation]);
  await ready(running);
  expect(notes.asked).toEqual([]);
  expect(planned).toHaveBeenCalledTimes(3);
  planned.mockClear();
  counted.mockClear();
  expect((await ask(running, query, { id: '7' })).data).toEqual({ note: '7' });
  expect((await ask(running, mutation)).data).toEqual({ write: 'written' });
  expect(counted).not.toHaveBeenCalled();
  expect((await ask(running, required, { id: '8' })).data).toEqual({ note: '8' });
  // Its plan hangs on the very document that was checked: nothing of that is done twice.
  expect(planned).not.toHaveBeenCalled();
  await running.stop();
});

test('one that does not fit the supergraph is told of, and the others are served', async () => {
  const running = await start([misfit, query]);
  await ready(running);
  const [line, ...more] = running.log.filter(({ level }) => Number(level) >= 40);
  expect(line).toMatchObject({
    id: documentId(misfit),
    code: 'GRAPHQL_VALIDATION_FAILED',
    detail: 'Cannot query field "nothing" on type "Query".',
  });
  expect(more).toEqual([]);
  expect((await ask(running, misfit)).status).toBe(400);
  expect((await ask(running, query)).data).toEqual({ note: 'first' });
  await running.stop();
});

test('they are got ready again when the supergraph changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsals-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composeSupergraph([notes]));
  const running = await start([query], { supergraphSdl: { file, watch: true } });
  await ready(running);
  const wider = fakeSubgraph('notes', 'type Query { note(id: ID): String more: Int }', {});
  writeFileSync(file, composeSupergraph([wider]));
  await ready(running, 2);
  expect(planned).toHaveBeenCalledTimes(2);
  expect((await ask(running, query)).data).toEqual({ note: 'first' });
  expect(planned).toHaveBeenCalledTimes(2);
  await running.stop();
  rmSync(folder, { recursive: true });
});

test('a gateway that closes leaves the rest', async () => {
  const running = await start([query, required, mutation]);
  await running.stop();
  await wait(100);
  expect(running.log).not.toContainEqual(expect.objectContaining({ msg: 'trusted documents are ready' }));
  expect(running.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('where trusted documents are switched off, nothing is', async () => {
  const running = await runGateway([notes]);
  await wait(100);
  expect(planned).not.toHaveBeenCalled();
  await running.stop();
});
