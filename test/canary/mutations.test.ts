import fc from 'fast-check';
import { Client } from 'pg';
import { transports } from '../testkit/hub';
import { ask, type Reply } from './ask';
import { mutationFrom } from './documents/question';
import { type Stock, stockOf } from './documents/stock';
import { documents as allDocuments, seed } from './run-size';
import { openStage, type Stage } from './stage';
import { Watch } from './watch';
import { Snapshot } from './world/snapshot';
import { readRows } from './world/world';

const documents = allDocuments / 4;
const numbers = fc.array(fc.nat(0xffff), { minLength: 40, maxLength: 160, size: 'max' });

/** Mutations with ids of anybody. Each that does something is judged by the world it leaves, which is then put back. */
describe.each(transports)('mutations over the transport %s', (transport) => {
  let stage: Stage;
  let stock: Stock;
  let watch: Watch;
  let client: Client;
  let before: Snapshot;
  let done = 0;
  beforeAll(async () => {
    stage = await openStage(transport);
    stock = stockOf(stage.world);
    watch = new Watch(stage.world);
    client = new Client({ connectionString: stage.world.url });
    await client.connect();
    await client.query('set session_replication_role = replica');
    before = await Snapshot.take(client, stage.world.tables);
  });
  afterAll(async () => {
    await client.end();
    await stage.close();
  });

  it(
    'tell nobody what the specification does not let them know',
    async () => {
      await fc.assert(fc.asyncProperty(numbers, mutateAndWatch), {
        numRuns: documents / transports.length,
        seed,
      });
      process.stdout.write(
        `canaries in mutations (${transport}, seed ${seed}): ${watch.count.asked} documents, ${done} did something, ` +
          `${watch.count.withCanary} with canaries\n`,
      );
      // Few are right in all they say; without any nothing would be tried.
      expect(done).toBeGreaterThan(documents / 250);
    },
    12 * 3_600_000,
  );

  async function mutateAndWatch(chosen: number[]): Promise<void> {
    stage.takeLog();
    const question = mutationFrom(chosen, stock);
    const reply = await ask(stage.hub, question, stage.tokenOf(question.actor.name));
    const logged = stage.takeLog();
    const after = hasDone(reply) ? await readRows(client, stage.world.tables) : [];
    const wrong = [
      ...(await watch.leaks(question, reply, after)).map((mark) => `${mark} is not theirs to know`),
      ...watch.quotes(logged).map((mark) => `${mark} is in the log`),
      ...(reply.codes.includes('INTERNAL_SERVER_ERROR') ? ['a fault of the hub'] : []),
    ];
    if (after.length > 0) {
      done++;
      await before.restore();
    }
    if (wrong.length === 0) return;
    const asked = `${question.actor.name}: ${question.query}\n${JSON.stringify(question.variables)}`;
    throw new Error(`${wrong.join('\n')}\n${asked}\n${reply.text}\n${logged}`);
  }
});

/** Whether the mutation was not refused. */
const hasDone = ({ text }: Reply) => text.includes('"userErrors":[]');
