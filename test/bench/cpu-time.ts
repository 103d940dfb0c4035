import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** CPU milliseconds, user and system, that a process and those it started have used since they began. */
export interface CpuTime {
  readonly own: number;
  /** Of its children, those that have ended and were waited for among them: the sum never goes down. */
  readonly children: number;
}

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly own: number;
  readonly endedChildren: number;
}

const ticksPerSecond = () => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Reads the operating system's own book-keeping, so that nothing inside the measured processes has to help. */
export class CpuClock {
  private readonly millisecondsPerTick = 1_000 / ticksPerSecond();

  read(pid: number): CpuTime {
    const rows = this.processes();
    const process = rows.find((row) => row.pid === pid);
    if (!process) throw new Error(`process ${pid} has ended`);
    const living = rows.filter((row) => row.parent === pid);
    return {
      own: process.own,
      children: living.reduce((sum, { own }) => sum + own, process.endedChildren),
    };
  }

  private processes(): ProcessRow[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => this.process(Number(name)) ?? []);
  }

  private process(pid: number): ProcessRow | null {
    try {
      const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is the program's name, which may hold spaces and brackets; numbers follow the last one.
      const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
      const ticks = (first: number) =>
        (Number(fields[first]) + Number(fields[first + 1])) * this.millisecondsPerTick;
      return { pid, parent: Number(fields[1]), own: ticks(11), endedChildren: ticks(13) };
    } catch {
      // It ended between listing and reading; its parent has its time now.
      return null;
    }
  }
}
