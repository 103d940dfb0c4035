import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import {
  BackupManifest,
  backupFormat,
  Checksums,
  checksumsName,
  clusterPrefix,
  manifestName,
} from './backup-format';
import { errorText, PostgresError, systemErrorCode } from './postgres-error';

const ownNames = new RegExp(
  `^(${manifestName}|${checksumsName}|${clusterPrefix}(/.*)?)$`.replaceAll('.json', '\\.json'),
);

/**
 * Unpacks into an empty folder of its own and compares what then lies on the disk with the checksums: nothing
 * missing, nothing changed, nothing added. Returns the manifest; the database is in the folder `postgres`.
 */
export async function unpackBackup(file: string, into: string): Promise<BackupManifest> {
  await access(file).catch((error: unknown) => {
    throw new PostgresError('BACKUP_DAMAGED', `The backup ${file} cannot be read: ${errorText(error)}`);
  });
  // As HUB_DATA_DIR itself: the user PostgreSQL runs as has to pass through.
  await mkdir(into, { mode: 0o711 });
  let stranger: string | undefined;
  try {
    await extract({
      file,
      cwd: into,
      // The first oddity is an error, instead of a warning and a file less.
      strict: true,
      preserveOwner: false,
      filter: (path, entry) => {
        // Only what we write ourselves: no links, no devices, no way out of the folder. Remembered instead of
        // thrown: an error thrown here would end the process.
        const type = 'type' in entry ? entry.type : undefined;
        const known =
          (type === 'File' || type === 'Directory') && ownNames.test(path) && !/(^|\/)\.\.(\/|$)/.test(path);
        if (!known) stranger ??= path;
        return known;
      },
    });
  } catch (error) {
    // A full disk is not the backup's fault.
    if (['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes(systemErrorCode(error) ?? '')) throw error;
    throw damaged(file, errorText(error));
  }
  if (stranger !== undefined) throw damaged(file, `it holds ${stranger}, which no backup of the hub holds`);
  const manifest = (await readJson(file, join(into, manifestName))) as Partial<BackupManifest>;
  const checksums = (await readJson(file, join(into, checksumsName))) as Checksums;
  if (manifest.format !== backupFormat || !manifest.postgresMajorVersion || !manifest.createdAt) {
    throw damaged(file, 'its manifest is not that of a backup of the hub');
  }
  await compare(file, into, checksums);
  return manifest as BackupManifest;
}

async function readJson(file: string, path: string): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below.
  }
  throw damaged(file, 'it is not complete');
}

async function compare(file: string, directory: string, checksums: Checksums): Promise<void> {
  const expected = new Map(Object.entries(checksums));
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(directory.length + 1);
    if (name === checksumsName) continue;
    const key = entry.isDirectory() ? `${name}/` : name;
    const sum = entry.isDirectory() ? null : await checksum(path);
    if (expected.get(key) !== sum) throw damaged(file, `${name} is not what was written`);
    expected.delete(key);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw damaged(file, `${missing} is missing`);
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const damaged = (file: string, why: string): PostgresError =>
  new PostgresError('BACKUP_DAMAGED', `The backup ${file} is damaged: ${why}. Nothing was changed.`);
