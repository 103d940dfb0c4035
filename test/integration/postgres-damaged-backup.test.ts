import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { restore } from '../../gateway/postgres/restore';
import { backedUp, keptIn } from './postgres-backed-up';
import { stopClusters } from './postgres-clusters';
import { keepUntilTheEnd, password, temporaryFolder } from './postgres-support';

afterEach(stopClusters);

describe('a backup that is not whole is refused and nothing is touched', () => {
  /** Reads and writes the plain tar: names and contents in their order. */
  type Entry = { name: string; type: string; content: Buffer };
  const read = (file: string): Entry[] => {
    const bytes = gunzipSync(readFileSync(file));
    const entries: Entry[] = [];
    for (let position = 0; position < bytes.length; ) {
      const header = new Header(bytes, position);
      if (header.nullBlock) break;
      const size = header.size ?? 0;
      const content = bytes.subarray(position + 512, position + 512 + size);
      entries.push({ name: header.path ?? '', type: header.type, content });
      position += 512 + Math.ceil(size / 512) * 512;
    }
    return entries;
  };
  const write = (file: string, entries: (Entry & { linkpath?: string })[]): void => {
    const blocks = entries.flatMap(({ name, type, content, linkpath }) => {
      const header = new Header({
        path: name,
        size: content.length,
        mode: 0o600,
        linkpath,
        type: type as 'File',
      });
      header.encode();
      return [header.block as Buffer, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
    });
    writeFileSync(file, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])));
  };
  const change = (file: string, name: string, to: (content: Buffer) => Buffer): void =>
    write(
      file,
      read(file).map((entry) =>
        entry.name === name ? { ...entry, content: to(Buffer.from(entry.content)) } : entry,
      ),
    );
  const add = (
    file: string,
    entry: { name: string; type: string; linkpath?: string; content?: string },
  ): void => {
    const entries = read(file);
    entries.splice(3, 0, { ...entry, content: Buffer.from(entry.content ?? '') } as Entry);
    write(file, entries);
  };

  // Made once: every test spoils the archive anew and proves that the data is as it was.
  let made: Awaited<ReturnType<typeof backedUp>>;
  let whole: Buffer;
  beforeAll(async () => {
    made = await backedUp(7);
    whole = readFileSync(made.file);
    keepUntilTheEnd(made.folder);
  });
  beforeEach(() => {
    rmSync(`${made.file}.away`, { force: true });
    writeFileSync(made.file, whole);
  });

  async function expectRefusal(code = 'BACKUP_DAMAGED'): Promise<void> {
    const { folder, dataDirectory, file } = made;
    const before = readdirSync(dataDirectory, { recursive: true }).sort();
    await expect(restore({ dataDirectory, password, file })).rejects.toMatchObject({ code });
    const present = readdirSync(dataDirectory, { recursive: true }).filter(
      (name) => !String(name).startsWith('hub.lock'),
    );
    expect(present.sort()).toEqual(before.filter((name) => !String(name).startsWith('hub.lock')));
    expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'data']);
  }

  test('unchanged, to know that the tests below change what they mean to', async () => {
    write(made.file, read(made.file));
    const dataDirectory = join(temporaryFolder(), 'fresh');
    await restore({ dataDirectory, file: made.file, password });
    expect(await keptIn(dataDirectory)).toBe(7);
  });

  test.each<[string, (file: string) => void]>([
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, -2000))],
    ['empty', (file) => writeFileSync(file, '')],
    ['not an archive', (file) => writeFileSync(file, 'hello '.repeat(1000))],
    ['missing', (file) => renameSync(file, `${file}.away`)],
    [
      'one bit of the compressed file changed',
      (file) => {
        const bytes = readFileSync(file);
        bytes[Math.floor(bytes.length / 2)]! ^= 1;
        writeFileSync(file, bytes);
      },
    ],
    [
      'one bit of a file in it changed',
      (file) =>
        change(file, 'postgres/global/pg_control', (content) => {
          content[300]! ^= 1;
          return content;
        }),
    ],
    [
      'a file missing',
      (file) =>
        write(
          file,
          read(file).filter(({ name }) => name !== 'postgres/global/pg_filenode.map'),
        ),
    ],
    [
      'a folder missing',
      (file) =>
        write(
          file,
          read(file).filter(({ name }) => name !== 'postgres/pg_notify/'),
        ),
    ],
    ['a file added', (file) => add(file, { name: 'postgres/recovery.signal', type: 'File' })],
    ['the end missing', (file) => write(file, read(file).slice(0, -1))],
    ['a way out', (file) => add(file, { name: 'postgres/../../../escaped', type: 'File', content: 'x' })],
    ['an absolute path', (file) => add(file, { name: `${made.folder}/escaped`, type: 'File', content: 'x' })],
    [
      'a symbolic link',
      (file) => add(file, { name: 'postgres/link', type: 'SymbolicLink', linkpath: made.folder }),
    ],
    [
      'a hard link',
      (file) => add(file, { name: 'postgres/link', type: 'Link', linkpath: 'postgres/PG_VERSION' }),
    ],
    ['a format of the future', (file) => change(file, 'manifest.json', () => Buffer.from('{"format":2}'))],
  ])('%s', async (_, spoil) => {
    spoil(made.file);
    if (!existsSync(made.file)) {
      await expect(restore({ ...made, password })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
      return;
    }
    await expectRefusal();
  });

  test('of another major version', async () => {
    const manifest = JSON.stringify({
      format: 1,
      postgresMajorVersion: '17',
      createdAt: new Date().toISOString(),
    });
    change(made.file, 'manifest.json', () => Buffer.from(manifest));
    change(made.file, 'checksums.json', (content) => {
      const sums = JSON.parse(content.toString()) as Record<string, string>;
      return Buffer.from(
        JSON.stringify({ ...sums, 'manifest.json': createHash('sha256').update(manifest).digest('hex') }),
      );
    });
    await expectRefusal('POSTGRES_VERSION_MISMATCH');
  });

  test('whole by its checksums, but with a database that does not start', async () => {
    const broken = Buffer.from('no such setting\n');
    change(made.file, 'postgres/postgresql.conf', () => broken);
    change(made.file, 'checksums.json', (content) => {
      const sums = JSON.parse(content.toString()) as Record<string, string>;
      sums['postgres/postgresql.conf'] = createHash('sha256').update(broken).digest('hex');
      return Buffer.from(JSON.stringify(sums));
    });
    await expectRefusal('POSTGRES_START_FAILED');
  });

  test('and the hub starts with its data after all of them', async () => {
    expect(await keptIn(made.dataDirectory)).toBe(7);
  });
});
