import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes of memory that belong to a process at this moment. */
export const residentMegabytes = (pid: number): number => kilobytes(`/proc/${pid}/status`, 'VmRSS') / 1024;

/** Of a process and its children, what they share counted once. */
export function proportionalMegabytes(pid: number): number {
  const pids = [pid, ...childrenOf(pid)];
  return pids.reduce((sum, each) => sum + kilobytes(`/proc/${each}/smaps_rollup`, 'Pss'), 0) / 1024;
}

/** The process among those that `pid` has started, and they in turn, whose command line has this in it. */
export function findDescendant(pid: number, program: string): number | null {
  for (const child of childrenOf(pid)) {
    if (readText(`/proc/${child}/cmdline`).split('\0').includes(program)) return child;
    const below = findDescendant(child, program);
    if (below) return below;
  }
  return null;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const line = readText(`/proc/${pid}/stat`);
      return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    });
}

function kilobytes(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readText(file))?.[1] ?? 0);
}

/** Empty when the process has ended in the meantime. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
