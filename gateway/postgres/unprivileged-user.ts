import { lchown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PostgresError } from './postgres-error';

export interface SystemUser {
  uid: number;
  gid: number;
  name: string;
}

/** Best first. Every Debian, Alpine and macOS has at least one of them, also in bare containers. */
const preferredNames = ['postgres', '_postgres', 'nobody', 'daemon'];

/**
 * PostgreSQL refuses to run as root, so a hub that is root runs it as somebody else; undefined means
 * "as ourselves". A bare number without an entry in the password file is not enough: initdb looks itself up.
 */
export async function chooseDatabaseUser(clusterDirectory: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;

  // The owner of existing data stays its owner: installing a system package that adds a `postgres` user
  // must not make yesterday's data unreadable.
  const owner = await stat(clusterDirectory).catch(() => undefined);
  const users = await readPasswordFile();
  if (owner && owner.uid !== 0) {
    const name = users.find((user) => user.uid === owner.uid)?.name ?? String(owner.uid);
    return { uid: owner.uid, gid: owner.gid, name };
  }
  const chosen =
    preferredNames.map((name) => users.find((user) => user.name === name)).find(Boolean) ??
    users.find((user) => user.uid !== 0);
  if (!chosen) {
    throw new PostgresError(
      'SYSTEM_USER_MISSING',
      'PostgreSQL does not run as root and /etc/passwd names no other user. Start the hub as an ordinary user.',
    );
  }
  return chosen;
}

async function readPasswordFile(): Promise<SystemUser[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && /^-?\d+$/.test(uid ?? '') && /^-?\d+$/.test(gid ?? '')
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });
}

/** A folder copied by root (a moved server, an unpacked backup) belongs to root: hand all of it over. */
export async function giveTo(user: SystemUser | undefined, path: string): Promise<void> {
  if (!user || (await stat(path)).uid === user.uid) return;
  for (const entry of await readdir(path, { recursive: true })) {
    await lchown(join(path, entry), user.uid, user.gid);
  }
  // The top last: a hand-over that is interrupted is started again next time.
  await lchown(path, user.uid, user.gid);
}
