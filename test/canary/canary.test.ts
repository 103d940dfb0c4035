import { Writable } from 'node:stream';
import fc from 'fast-check';
import { ownDatabase } from '../testkit/database';
import { startTestHub, type TestHub, transports } from '../testkit/hub';
import { ask, tokensFor } from './ask';
import { collectCursors } from './documents/collect-cursors';
import { questionFrom } from './documents/question';
import { type Stock, stockOf } from './documents/stock';
import { Watch } from './watch';
import { type Actor, actors } from './world/people';
import { asOwner, plantWorld, readRows, type World } from './world/world';

/** What fast-check shrinks: fewer and smaller numbers are a simpler document. */
const numbers = fc.array(fc.nat(0xffff), { minLength: 60, maxLength: 240, size: 'max' });
const documents = Number(process.env.CANARY_DOCUMENTS ?? 2_000);
const seed = Number(process.env.CANARY_SEED ?? Date.now() % 2 ** 31);

describe.each(transports)('canaries in a hub over the transport %s', (transport) => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let hub: TestHub;
  let world: World;
  let stock: Stock;
  let tokens: Map<Actor, string | undefined>;
  let watch: Watch;
  let logged = '';
  beforeAll(async () => {
    database = await ownDatabase();
    world = await plantWorld(database.url);
    const log = new Writable({
      write(line, _encoding, done) {
        logged += line;
        done();
      },
    });
    hub = await startTestHub(transport, database.url, [], log);
    stock = stockOf(world);
    tokens = await tokensFor(hub, actors);
    watch = new Watch(world);
    await collectCursors(hub, stock, tokens.values());
  }, 120_000);
  afterAll(async () => {
    await hub.close();
    await database.drop();
  });

  it(
    'reach nobody whom the specification does not let know them',
    async () => {
      const started = Date.now();
      await fc.assert(fc.asyncProperty(numbers, askAndWatch), {
        numRuns: documents / transports.length,
        seed,
      });
      report(Date.now() - started);
      const { asked, answered, withCanary } = watch.count;
      // A generator whose documents are refused, or find nothing, would prove nothing.
      expect(answered / asked).toBeGreaterThan(0.75);
      expect(withCanary / asked).toBeGreaterThan(0.4);
      expect(watch.reached.size / watch.reachable().size).toBeGreaterThan(0.7);
    },
    12 * 3_600_000,
  );

  it('are quoted by no entry of the log of who read what', async () => {
    const logs = world.tables.filter(({ name }) => name.endsWith('.audit_entry'));
    const planted = new Set(world.rows.map(({ table, values }) => `${table} ${values.id}`));
    const entries = await asOwner(world.url, (client) => readRows(client, logs));
    const written = entries.filter(({ table, values }) => !planted.has(`${table} ${values.id}`));
    expect(written.length).toBeGreaterThan(0);
    expect(watch.quotes(JSON.stringify(written))).toEqual([]);
  });

  async function askAndWatch(chosen: number[]): Promise<void> {
    logged = '';
    const question = questionFrom(chosen, stock);
    const reply = await ask(hub, question, tokens.get(question.actor));
    const wrong = [
      ...(await watch.leaks(question, reply)).map((mark) => `${mark} is not theirs to know`),
      ...watch.quotes(logged).map((mark) => `${mark} is in the log`),
      ...(reply.codes.includes('INTERNAL_SERVER_ERROR') ? ['a fault of the hub'] : []),
    ];
    if (wrong.length === 0) return;
    const asked = `${question.actor.name}: ${question.query}\n${JSON.stringify(question.variables)}`;
    throw new Error(`${wrong.join('\n')}\n${asked}\n${reply.text}\n${logged}`);
  }

  function report(milliseconds: number): void {
    const { asked, answered, withCanary } = watch.count;
    const reachable = watch.reachable().size;
    process.stdout.write(
      `canaries (${transport}, seed ${seed}): ${asked} documents in ${Math.round(milliseconds / 1000)} s, ` +
        `${share(answered, asked)} answered, ${share(withCanary, asked)} with canaries, ` +
        `${share(watch.reached.size, reachable)} of ${reachable} permitting terms reached\n`,
    );
  }
});

const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
