import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The folder of the bench's sources, also when the build runs. */
export const benchDirectory = __dirname.replace(`${sep}dist${sep}test${sep}`, `${sep}test${sep}`);

export const peersDirectory = join(benchDirectory, 'peers');

/** Installs what the hub is measured against, from the lockfile of its own, unless that has been done since it changed. */
export async function installPeers(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const lockfile = await readFile(join(peersDirectory, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  // Of its content, because a fresh checkout makes every file look new.
  const mark = join(peersDirectory, 'node_modules', '.installed-from');
  const installed = await readFile(mark, 'utf8').catch(() => null);
  if (installed === wanted) return;
  say('installing the peers, which takes some minutes the first time');
  await runNpmCi(signal);
  await writeFile(mark, wanted);
}

async function runNpmCi(signal: AbortSignal): Promise<void> {
  // None of them needs its install script.
  const args = [
    'ci',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
  ];
  const child = spawn('npm', args, { cwd: peersDirectory, stdio: ['ignore', 'ignore', 'inherit'], signal });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`the peers could not be installed: npm ci ended with code ${code}`);
}
