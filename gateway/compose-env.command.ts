import { randomBytes } from 'node:crypto';
import { gatewayRole, roleUrl, subgraphRole } from '../shared/database/roles';
import { subgraphs } from '../subgraphs/registry';
import { generateTokenKey } from './identity/token';
import { runCommand } from './run-command';
import { subgraphKey } from './subgraphs/subgraph-key';

/** `npm run -s compose-env > .env`: fresh secrets for docker-compose.yml, each process with its own only. */
runCommand(async () => {
  const secret = randomBytes(32).toString('hex');
  const password = randomBytes(24).toString('hex');
  const database = `postgres://postgres:${password}@postgres:5432/tahaluf`;
  const perSubgraph = subgraphs.flatMap(({ name }): [string, string][] => [
    [`${name.toUpperCase()}_KEY`, subgraphKey(secret, name)],
    [`${name.toUpperCase()}_DATABASE_URL`, roleUrl(database, subgraphRole(name), secret)],
  ]);
  const variables: [string, string][] = [
    ['POSTGRES_PASSWORD', password],
    ['ADMIN_DATABASE_URL', database],
    ['HUB_SECRET', secret],
    // Its own: from the hub's secret the gateway could work out every login.
    ['GATEWAY_SECRET', randomBytes(32).toString('hex')],
    ['HUB_TOKEN_PRIVATE_KEY', generateTokenKey().trim().replaceAll('\n', '\\n')],
    ['GATEWAY_DATABASE_URL', roleUrl(database, gatewayRole, secret)],
    ...perSubgraph,
  ];
  // Single quotes: compose leaves the token key's "\n" alone, which the settings read as line breaks.
  for (const [name, value] of variables) console.log(`${name}='${value}'`);
});
