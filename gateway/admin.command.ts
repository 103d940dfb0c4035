import 'reflect-metadata';
import { Refusal } from '../shared/mutation/user-errors';
import { inviteFirstAdmin } from '../subgraphs/members/invitation/first-admin';
import { subgraphs } from '../subgraphs/registry';
import { asMigrator } from './as-migrator';
import { loadKeys } from './keys/load-keys';
import { runCommand } from './run-command';
import { readSettings, type Settings } from './settings';
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
  const invited = await asMigrator(settings, { secret, purpose: 'admin' }, (query) =>
    inviteFirstAdmin(query, identity, { slug, email }),
  ).catch((error: unknown) => {
    throw error instanceof Refusal ? refused('That is no e-mail address.') : error;
  });
  if (invited.refused === undefined) return invited.link;
  throw refused(
    invited.refused === 'NO_MEMBER'
      ? `There is no active member organisation "${slug}".`
      : `"${slug}" has an administrator, who invites others. Where that one is lost, the coalition’s staff help: recoveryRequestCreate.`,
  );
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
