import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import rawBody from 'raw-body';
import { wantedLanguages } from '../../gateway/http/wanted-languages';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import type { RequestClaims, Viewer } from '../../shared/identity/viewer';
import { createLogger } from '../../shared/logger';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphRequest } from '../../shared/subgraph/executor';
import { subgraphs } from '../../subgraphs/registry';

/**
 * A subgraph with every guard that the real one has, except that it believes everybody: gateways of others cannot sign
 * requests, so it answers each as it would answer this one viewer. For the bench alone; it listens on this machine
 * only.
 */
function main(name: string | undefined): void {
  const { DATABASE_URL: databaseUrl = '', VIEWER = '' } = process.env;
  const definition = subgraphs.find((subgraph) => subgraph.name === name);
  if (!definition) throw new Error(`there is no subgraph "${name}"`);
  const viewer = JSON.parse(VIEWER) as Viewer;
  const secret = new RotatingKeyring(randomUUID());
  sealWith(secret);
  const { execute } = createSubgraph(definition, {
    databaseUrl,
    logger: createLogger('warn'),
    keys: { identity: secret, token: readTokenKeys(generateTokenKey()) },
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { 'content-length': length } = request.headers;
    const body = await rawBody(request, { length, limit: '4mb', encoding: 'utf-8' });
    const { query, operationName, variables } = JSON.parse(body) as SubgraphRequest;
    const claims: RequestClaims = {
      viewer,
      external: null,
      languages: wantedLanguages(request),
      requestId: randomUUID(),
      deadline: Date.now() + 10_000,
      network: '127.0.0.1',
    };
    const asked = { query, ...(operationName && { operationName }), ...(variables && { variables }) };
    const result = JSON.stringify(await execute(asked, claims));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(result),
    });
    response.end(result);
  }

  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`${name}:`, error);
      response.writeHead(500).end();
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.once('SIGTERM', () => process.exit(0));
  process.once('disconnect', () => process.exit(0));
}

main(process.argv[2]);
