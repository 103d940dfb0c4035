import fc from 'fast-check';
import { transports } from '../testkit/hub';
import { ask } from './ask';
import { collectCursors } from './documents/collect-cursors';
import { questionFrom } from './documents/question';
import { type Stock, stockOf } from './documents/stock';
import { documents, seed } from './run-size';
import { openStage, type Stage } from './stage';
import { Watch } from './watch';
import { asOwner, readRows } from './world/world';

/** What fast-check shrinks: fewer and smaller numbers are a simpler document. */
const numbers = fc.array(fc.nat(0xffff), { minLength: 60, maxLength: 240, size: 'max' });

describe.each(transports)('canaries in a hub over the transport %s', (transport) => {
  let stage: Stage;
  let stock: Stock;
  let watch: Watch;
  beforeAll(async () => {
    stage = await openStage(transport);
    stock = stockOf(stage.world);
    watch = new Watch(stage.world);
    await collectCursors(
      stage.hub,
      stock,
      ['public', 'north ORG_ADMIN', 'coalition COALITION_STAFF'].map(stage.tokenOf),
    );
  });
  afterAll(() => stage.close());

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
      const few = Math.min(1, documents / 2_000);
      expect(watch.reached.size / watch.reachable().size).toBeGreaterThan(0.7 * few);
    },
    12 * 3_600_000,
  );

  it('are quoted by no entry of the log of who read what', async () => {
    const logs = stage.world.tables.filter(({ name }) => name.endsWith('.audit_entry'));
    const planted = new Set(stage.world.rows.map(({ table, values }) => `${table} ${values.id}`));
    const entries = await asOwner(stage.world.url, (client) => readRows(client, logs));
    const written = entries.filter(({ table, values }) => !planted.has(`${table} ${values.id}`));
    expect(written.length).toBeGreaterThan(0);
    expect(watch.quotes(JSON.stringify(written))).toEqual([]);
  });

  async function askAndWatch(chosen: number[]): Promise<void> {
    stage.takeLog();
    const question = questionFrom(chosen, stock);
    const reply = await ask(stage.hub, question, stage.tokenOf(question.actor.name));
    const logged = stage.takeLog();
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
