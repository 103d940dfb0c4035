import fc from 'fast-check';
import { ownDatabase } from '../testkit/database';
import type { Transport } from '../testkit/hub';
import { collectCursors } from './documents/collect-cursors';
import { filterQuestions } from './documents/filter-questions';
import { mutationFrom, type Question, questionFrom } from './documents/question';
import { type Stock, stockOf } from './documents/stock';
import { documents as allDocuments, seed } from './run-size';
import { type OwnDatabase, type Stage, stageOf } from './stage';
import { sealAlike, traceOf } from './two-worlds';
import { changeHidden } from './world/other-world';
import { type Actor, actors } from './world/people';
import { asOwner, plantWorld, readRows, type World } from './world/world';

const documents = allDocuments / 50;
const numbers = fc.array(fc.nat(0xffff), { minLength: 60, maxLength: 200, size: 'max' });

const watchers: [actor: string, transport: Transport][] = [
  ['public', 'local'],
  ['north VIEWER', 'local'],
  ['north VIEWER', 'http'],
  ['east ORG_ADMIN', 'local'],
  ['coalition COALITION_STAFF', 'http'],
  ['gone ORG_ADMIN', 'local'],
  ['tool with every scope', 'http'],
];

/**
 * Two worlds that differ in what somebody may not see, and in nothing else: to them they are one. Not a count, an order, a
 * cursor, an error or a statement tells which one they are in.
 */
describe('two worlds', () => {
  let planted: OwnDatabase;
  let world: World;
  let sealAsUsual: () => void;
  beforeAll(async () => {
    sealAsUsual = sealAlike();
    planted = await ownDatabase();
    world = await plantWorld(planted.url);
  });
  afterAll(async () => {
    sealAsUsual();
    await planted.drop();
  });

  it.each(watchers)(
    'are one to: %s, over the transport %s',
    async (name, transport) => {
      const actor = actors.find((one) => one.name === name)!;
      const here = await worldFor(null, transport);
      const there = await worldFor(actor, transport);
      try {
        const known = new Set([...here.world.rows, ...there.world.rows].map(({ values }) => `${values.id}`));
        const stock = stockOf({ rows: [...here.world.rows, ...there.world.rows] });
        await collectCursors(here.hub, stock, [here.tokenOf(name)]);
        for (const question of filterQuestions(actor, stock)) await sameAnswer(question);
        await alike(questionsFor(stock, actor, questionFrom), documents);
        await alike(questionsFor(stock, actor, mutationFrom), documents / 2);

        async function alike(questions: fc.Arbitrary<Question>, numRuns: number): Promise<void> {
          await fc.assert(fc.asyncProperty(questions, sameAnswer), { numRuns, seed, endOnFailure: true });
        }

        async function sameAnswer(question: Question): Promise<void> {
          const { query, variables } = question;
          const one = await traceOf(here, question, known);
          const other = await traceOf(there, question, known);
          expect({ query, variables, ...other }).toEqual({ query, variables, ...one });
        }
      } finally {
        await here.close();
        await there.close();
      }
    },
    3_600_000,
  );

  /** A copy of the world; for somebody, with everything changed that they may not see. */
  async function worldFor(actor: Actor | null, transport: Transport): Promise<Stage> {
    const copy = await ownDatabase(planted.name);
    const rows = await asOwner(copy.url, async (client) => {
      if (actor) expect(await changeHidden(client, world.tables, actor)).toBeGreaterThan(200);
      return readRows(client, world.tables);
    });
    return stageOf(transport, copy, { ...world, url: copy.url, rows });
  }
});

const questionsFor = (stock: Stock, actor: Actor, from: typeof questionFrom): fc.Arbitrary<Question> =>
  numbers.map((chosen) => from(chosen, stock, [actor])).filter(({ subgraph }) => subgraph === undefined);
