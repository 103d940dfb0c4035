import 'reflect-metadata';
import { Client } from 'pg';
import { migratorRole, roleUrl } from '../shared/database/roles';
import { Refusal } from '../shared/mutation/user-errors';
import { type FirstAdmin, inviteFirstAdmin } from '../subgraphs/members/invitation/first-admin';
import { subgraphs } from '../subgraphs/registry';
import { loadKeys } from './keys/load-keys';
import { withServer } from './postgres/with-server';
import { runCommand } from './run-command';
import { readSettings, type Settings } from './settings';
import { administratorPassword } from './start/embedded-database';
import { checkDatabase } from './start/start-database';
import { StartError } from './start/start-error';

/**
 * `npm run -s admin -- <organisation-slug> <email>`, beside a running hub or without one: the link by which an
 * organisation without an administrator gets its first.
 * @returns the secret part of the link
 * @throws StartError COMMAND_REFUSED that says why in one line
 */
export async function firstAdmin(settings: Settings, slug?: string, email?: string): Promise<string> {
  if (!slug || !email) throw refused('Usage: npm run -s admin -- <organisation-slug> <email>');
  const { secret, identity } = await loadKeys({ ...settings, demo: false });
  const { databaseUrl, dataDirectory } = settings;
  const invite = (adminUrl: string) =>
    asMigrator(roleUrl(adminUrl, migratorRole, secret), (client) =>
      inviteFirstAdmin(async (text, values) => (await client.query(text, [...values])).rows, identity, {
        slug,
        email,
      }),
    );
  const place = { dataDirectory, password: administratorPassword(secret), purpose: 'admin' } as const;
  if (databaseUrl) await checkDatabase(databaseUrl);
  const invited = await (databaseUrl ? invite(databaseUrl) : withServer(place, invite));
  if (invited.refused === undefined) return invited.link;
  throw refused(
    invited.refused === 'NO_MEMBER'
      ? `There is no active member organisation "${slug}".`
      : `"${slug}" has an administrator, who invites others. Where that one is lost, the coalition’s staff help: recoveryRequestCreate.`,
  );
}

/** One transaction on a connection of its own. */
async function asMigrator(url: string, work: (client: Client) => Promise<FirstAdmin>): Promise<FirstAdmin> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks also fails the query that is under way; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    if (error instanceof Refusal) throw refused('That is no e-mail address.');
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refused(reason: string): StartError {
  return new StartError('COMMAND_REFUSED', reason);
}

if (require.main === module) {
  runCommand(async () => {
    const [slug, email] = process.argv.slice(2);
    const settings = readSettings(subgraphs.map(({ name }) => name));
    console.log(await firstAdmin(settings, slug, email));
    console.error('Good for seven days, once: pass it on by a way that you trust, for invitationAccept.');
  });
}
