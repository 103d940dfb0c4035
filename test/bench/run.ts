import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Closers } from '../../gateway/start/closers';
import { measureCold } from './cold';
import { compareTargets } from './compare';
import { CpuClock } from './cpu-time';
import { measureGrowth } from './growth';
import { coldAsMarkdown, growthAsMarkdown } from './growth-report';
import { mornings, pages } from './growth-scales';
import { isWhole, readOptions } from './options';
import { benchDirectory } from './peers-directory';
import { planOf } from './plans';
import { measurePublic, publicAsMarkdown } from './public';
import { asMarkdown, describeMachine, machineLine, writeReport } from './report';
import type { Workplace } from './workplace';

/** Whatever hangs, the run ends. */
const longestRun = 40 * 60_000;

const say = (line: string) => console.error(`  ${line}`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (process.platform !== 'linux') throw new Error('CPU time is read from /proc, which only Linux has.');

  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stop.abort(new Error(`stopped by ${name}`)));
  }
  const allowed = longestRun + (options.mode === 'cold' ? options.soakMinutes * 60_000 : 0);
  setTimeout(() => stop.abort(new Error('the run took too long')), allowed).unref();

  const closers = new Closers((name, error) => console.error(`could not be closed: ${name}`, error));
  try {
    const directory = await mkdtemp(join(tmpdir(), 'tahaluf-bench-'));
    closers.add('temporary folder', () => rm(directory, { recursive: true, force: true }));
    const secret = randomBytes(32).toString('hex');
    const workplace: Workplace = { secret, directory, say, signal: stop.signal, closers };
    const plan = planOf(options);
    const machine = describeMachine();
    switch (options.mode) {
      case 'public': {
        const report = await measurePublic(plan, new CpuClock(), workplace);
        console.log([machineLine(machine), publicAsMarkdown(report)].join('\n\n'));
        return;
      }
      case 'growth':
      case 'morning': {
        const scale = options.mode === 'growth' ? pages : mornings;
        const growth = await measureGrowth({ scale, plan, workplace }, new CpuClock());
        console.log([machineLine(machine), growthAsMarkdown(scale, growth)].join('\n\n'));
        return;
      }
      case 'cold': {
        const cold = await measureCold(options.soakMinutes, workplace);
        console.log([machineLine(machine), coldAsMarkdown(cold)].join('\n\n'));
        return;
      }
      case 'compare': {
        const report = await compareTargets(plan, options, new CpuClock(), workplace);
        console.log(asMarkdown(report));
        // A quick run shows that everything works, a partial one compares two builds; neither is a result to keep.
        const kept = options.out ?? (isWhole(options) ? join(benchDirectory, 'results') : null);
        if (kept) say(`written to ${await writeReport(kept, report)}`);
      }
    }
  } finally {
    await closers.close();
  }
}

main().catch((error: unknown) => {
  console.error('The benchmark failed.', error);
  process.exitCode = 1;
});
