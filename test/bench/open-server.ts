import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from '../../gateway/create-gateway';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';
import type { Viewer } from '../../shared/identity/viewer';
import { createLogger } from '../../shared/logger';
import { withoutGuards } from '../../shared/permission/shield';
import { buildOpenSchema } from '../../shared/schema/build-subgraph-schema';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import { subgraphs } from '../../subgraphs/registry';

/**
 * The hub with every guard off, in one process, to see what the guards cost: no token is verified and nobody asks the
 * database who is asking, no field has a rule, and a superuser's connections pass row-level security by. For the bench
 * alone; it listens on this machine only.
 */
async function main(): Promise<void> {
  const { DATABASE_URL: databaseUrl = '', VIEWER = '' } = process.env;
  const logger = createLogger('warn');
  const viewer = JSON.parse(VIEWER) as Viewer;
  sealWith(new RotatingKeyring('no secret is kept where every door is open'));
  const executors = subgraphs.map((definition) => {
    const { name, execute } = createSubgraph(
      { ...definition, identityKeys: undefined },
      { databaseUrl, logger, buildSchema: (definition) => withoutGuards(buildOpenSchema(definition)) },
    );
    return [name, execute] as const;
  });
  const gateway = await createGateway({
    supergraphSdl: { file: supergraphFile() },
    subgraphs: Object.fromEntries(executors),
    identify: async () => ({ viewer, external: null }),
    logger,
    // The bench is one person who asks without a pause.
    rates: { person: 1e12, organization: 1e12 },
  });
  const server = createServer(gateway.handler).listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  process.once('SIGTERM', () => process.exit(0));
  process.once('disconnect', () => process.exit(0));
}

void main();
