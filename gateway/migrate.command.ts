import { subgraphs } from '../subgraphs/registry';
import { loadSecret } from './keys/load-keys';
import { runCommand } from './run-command';
import { readSettings } from './settings';
import { prepareDatabase } from './start/prepare-database';
import { checkDatabase } from './start/start-database';
import { StartError } from './start/start-error';

/** `npm run migrate`: brings the database of DATABASE_URL up to date. The embedded one is, at every start. */
runCommand(async () => {
  const settings = readSettings(subgraphs.map(({ name }) => name));
  const { databaseUrl: adminUrl } = settings;
  if (!adminUrl) throw new StartError('SETTING_INVALID', 'The setting DATABASE_URL is required.');
  // Whoever migrates a database by hand means it: no keys are made up, no accounts either.
  const demo = false;
  const secret = await loadSecret({ ...settings, demo });
  await checkDatabase(adminUrl);
  await prepareDatabase({ adminUrl, subgraphs, secret, demo });
  console.log('Tables, policies and data are up to date.');
});
