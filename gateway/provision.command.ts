import { provisionSql } from '../shared/database/provision';
import { subgraphs } from '../subgraphs/registry';
import { loadSecret } from './keys/load-keys';
import { runCommand } from './run-command';
import { readSettings } from './settings';

/** `npm run -s provision`: prints the SQL that an administrator runs once on a managed PostgreSQL. */
runCommand(async () => {
  const names = subgraphs.map(({ name }) => name);
  // The roles' passwords follow from the secret, so it must be the one that the hub will run with.
  console.log(provisionSql(names, await loadSecret({ ...readSettings(names), demo: false })));
});
