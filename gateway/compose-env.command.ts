import { randomBytes } from 'node:crypto';
import { gatewayRole, roleUrl, subgraphRole } from '../shared/database/roles';
import { generateTokenKey, publicPem, readTokenKey } from '../shared/identity/token-keys';
import { subgraphs } from '../subgraphs/registry';
import { runCommand } from './run-command';
import { subgraphKey } from './subgraphs/subgraph-key';

/** `npm run -s compose-env > .env`: fresh secrets for docker-compose.yml, each process with its own only. */
runCommand(async () => {
  const secret = randomBytes(32).toString('hex');
  const tokenKey = generateTokenKey();
  const password = randomBytes(24).toString('hex');
  const database = `postgres://postgres:${password}@postgres:5432/tahaluf`;
  const perSubgraph = subgraphs.flatMap(({ name }): [string, string][] => [
    [`${name.toUpperCase()}_KEY`, subgraphKey(secret, name)],
    [`${name.toUpperCase()}_PREVIOUS_KEYS`, ''],
    [`${name.toUpperCase()}_DATABASE_URL`, roleUrl(database, subgraphRole(name), secret)],
  ]);
  const variables: [string, string][] = [
    ['POSTGRES_PASSWORD', password],
    ['ADMIN_DATABASE_URL', database],
    ['HUB_SECRET', secret],
    // Its own: from the hub's secret the gateway could work out every login.
    ['GATEWAY_SECRET', randomBytes(32).toString('hex')],
    // Of members and the gateway alike: one makes API keys, the other checks them; campaigns hides contacts with it.
    ['HUB_IDENTITY_SECRET', randomBytes(32).toString('hex')],
    ['HUB_IDENTITY_PREVIOUS_SECRETS', ''],
    // Members signs, the gateway verifies.
    ['HUB_TOKEN_PRIVATE_KEY', inOneLine(tokenKey)],
    ['HUB_TOKEN_PUBLIC_KEY', inOneLine(publicPem(readTokenKey(tokenKey)))],
    ['HUB_TOKEN_PREVIOUS_KEYS', ''],
    ['HUB_OIDC_PROVIDERS', ''],
    ['HUB_TRUSTED_PROXIES', ''],
    ['GATEWAY_DATABASE_URL', roleUrl(database, gatewayRole, secret)],
    ...perSubgraph,
  ];
  // Single quotes: compose leaves the token key's "\n" alone, which the settings read as line breaks.
  for (const [name, value] of variables) console.log(`${name}='${value}'`);
});

function inOneLine(pem: string): string {
  return pem.trim().replaceAll('\n', '\\n');
}
