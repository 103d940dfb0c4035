import { demoTokenLifetime, mintToken } from '../shared/identity/token';
import { type Role, roles } from '../shared/identity/viewer';
import { seedId } from '../shared/schema/type-id';
import { memberSlugs } from '../subgraphs/members/seed/coalition-members';
import { demoPersonId, isDemoAccount } from '../subgraphs/members/seed/demo-accounts';
import { subgraphs } from '../subgraphs/registry';
import { findKeys } from './keys/load-keys';
import { runCommand } from './run-command';
import { readSettings, type Settings } from './settings';
import { StartError } from './start/start-error';

/**
 * `npm run -s token -- <organisation-slug> <ROLE> [--second-factor]`: signs in as a made-up person of the demo
 * hub, with `--second-factor` as if they had proved one just now.
 * @throws StartError COMMAND_REFUSED that says why in one line
 */
export async function demoToken(
  settings: Settings,
  slug?: string,
  role?: string,
  option?: string,
): Promise<string> {
  if (!settings.demo)
    throw refused('Demo accounts exist in a demo only, not with NODE_ENV=production or an open HUB_HOST.');
  if (!slug || !role || (option !== undefined && option !== secondFactor)) {
    throw refused(`Usage: npm run -s token -- <organisation-slug> <ROLE> [${secondFactor}]`);
  }
  if (!isRole(role)) throw refused(`There is no role "${role}". Roles: ${roles.join(', ')}.`);
  if (!memberSlugs.includes(slug)) {
    throw refused(`There is no member organisation "${slug}". Members: ${memberSlugs.join(', ')}.`);
  }
  if (!isDemoAccount(slug, role)) throw refused(`Nobody in "${slug}" has the role ${role}.`);
  const keys = await findKeys(settings);
  if (!keys) throw refused(`There are no keys in ${settings.dataDirectory}. Start the hub once: npm start`);
  const subject = {
    personId: demoPersonId(slug, role),
    organizationId: seedId('Organization', slug),
    ...(option === secondFactor && { secondFactorAt: Date.now() }),
  };
  // A demo has nobody's secrets, so nobody should have to sign in again during one.
  return mintToken(keys.token, subject, demoTokenLifetime);
}

const secondFactor = '--second-factor';

function refused(reason: string): StartError {
  return new StartError('COMMAND_REFUSED', reason);
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

if (require.main === module) {
  runCommand(async () => {
    const [slug, role, option] = process.argv.slice(2);
    const settings = readSettings(subgraphs.map(({ name }) => name));
    console.log(await demoToken(settings, slug, role, option));
  });
}
