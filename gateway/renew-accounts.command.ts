import 'reflect-metadata';
import { subgraphs } from '../subgraphs/registry';
import { renewAccountsOf } from './keys/renew-accounts';
import { runCommand } from './run-command';
import { readSettings } from './settings';

/** `npm run -s renew-accounts`: with identity secrets in settings, before the old one is taken away. */
runCommand(async () => {
  const count = await renewAccountsOf(readSettings(subgraphs.map(({ name }) => name)));
  console.log(`${count} accounts need the current identity secret only.`);
});
