import { provisionSql } from '../shared/database/provision';
import { subgraphs } from '../subgraphs/registry';
import { loadKeys } from './keys';
import { runCommand } from './run-command';
import { readSettings } from './settings';

/** `npm run -s provision`: prints the SQL that an administrator runs once on a managed PostgreSQL. */
runCommand(async () => {
  const names = subgraphs.map(({ name }) => name);
  const { secret } = await loadKeys(readSettings(names));
  console.log(provisionSql(names, secret));
});
