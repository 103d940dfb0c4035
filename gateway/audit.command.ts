import { readFile } from 'node:fs/promises';
import { breakReasons } from '../shared/audit/chain';
import { subgraphs } from '../subgraphs/registry';
import { type BrokenChain, type Chains, type Verification, withChains } from './audit/read-chains';
import { readSignedHeads, signHeads } from './audit/signed-heads';
import { loadKeys, loadSecret } from './keys/load-keys';
import { withServer } from './postgres/with-server';
import { runCommand } from './run-command';
import { readSettings, type Settings } from './settings';
import { administratorPassword } from './start/embedded-database';
import { checkDatabase } from './start/start-database';
import { StartError } from './start/start-error';

const usage =
  'Usage: npm run -s audit -- verify [<organisation-slug>], npm run -s audit -- heads > <file>, or npm run -s audit -- check <file>';

/** What a command says, and whether every chain held. */
export interface AuditReport {
  readonly text: string;
  readonly holds: boolean;
}

/**
 * `npm run audit`, beside a running hub or without one: `verify` walks the chains of the log, `heads` signs where they
 * end, `check` looks whether they still contain what was signed.
 */
export async function audit(
  settings: Settings,
  [command, argument]: readonly string[],
): Promise<AuditReport> {
  switch (command) {
    case 'verify':
      return onChains(settings, (chains) => verify(chains, argument));
    case 'heads': {
      const { token } = await loadKeys({ ...settings, demo: false });
      const heads = await onChains(settings, (chains) => chains.heads());
      return { text: await signHeads(token, heads), holds: true };
    }
    case 'check': {
      if (!argument) throw refused(usage);
      const { token } = await loadKeys({ ...settings, demo: false });
      const { at, heads } = await readSignedHeads(token, await readText(argument));
      const result = await onChains(settings, (chains) => chains.verify({ signed: heads }));
      const stillThere = `All ${heads.length} heads signed at ${at} are still in their chains.`;
      return result.broken.length > 0 ? report(result) : { text: stillThere, holds: true };
    }
    default:
      throw refused(usage);
  }
}

async function verify(chains: Chains, slug?: string): Promise<AuditReport> {
  if (slug === undefined) return report(await chains.verify({}));
  const organization = await chains.organizationId(slug);
  if (!organization) throw refused(`There is no organisation "${slug}".`);
  return report(await chains.verify({ organization }));
}

function report({ chains, entries, broken }: Verification): AuditReport {
  return broken.length === 0
    ? { text: `Every chain holds (chains: ${chains}, entries: ${entries}).`, holds: true }
    : { text: broken.map(brokenLine).join('\n'), holds: false };
}

const brokenLine = ({ subgraph, organization, sequence, reason }: BrokenChain) =>
  `${subgraph} ${organization}: entry ${sequence} ${breakReasons[reason]}. [${reason}]`;

/** On the database of DATABASE_URL, or on the embedded one. */
async function onChains<Result>(
  settings: Settings,
  work: (chains: Chains) => Promise<Result>,
): Promise<Result> {
  // A database that nobody started yet has no log, and making keys for it would be no help.
  const secret = await loadSecret({ ...settings, demo: false });
  const names = subgraphs.map(({ name }) => name);
  const { databaseUrl, dataDirectory } = settings;
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    return withChains({ adminUrl: databaseUrl, secret, subgraphs: names }, work);
  }
  const place = { dataDirectory, password: administratorPassword(secret), purpose: 'audit' } as const;
  return withServer(place, (adminUrl) => withChains({ adminUrl, secret, subgraphs: names }, work));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw refused(`${path} cannot be read.`);
  }
}

function refused(reason: string): StartError {
  return new StartError('COMMAND_REFUSED', reason);
}

if (require.main === module) {
  runCommand(async () => {
    const settings = readSettings(subgraphs.map(({ name }) => name));
    const { text, holds } = await audit(settings, process.argv.slice(2));
    console.log(text);
    if (!holds) process.exitCode = 1;
  });
}
