import type { ExecutionResult } from 'graphql';
import pino from 'pino';
import { createHttpExecutor } from '../../../gateway/subgraphs/http-executor';
import { RotatingKeyring } from '../../../shared/identity/keyring';
import { buildGuardedSchema } from '../../../shared/schema/build-subgraph-schema';
import { createSubgraph } from '../../../shared/subgraph/create-subgraph';
import type { SubgraphExecutor } from '../../../shared/subgraph/executor';
import { serveSubgraph } from '../../../shared/subgraph/http-server';
import { claimsOf } from '../../testkit/claims';
import { databaseUrl, testSecret } from '../../testkit/database';
import { productsFederation, productsSubgraph } from './products';

const schema = buildGuardedSchema(productsSubgraph, productsFederation);
export const productsSchema = schema.guarded;

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
export type Result = ExecutionResult<any>;
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Result>;

export interface Products {
  readonly ask: Ask;
  /** For a gateway. */
  readonly execute: SubgraphExecutor;
  close(): Promise<void>;
}

/** Our subgraph behind its own server, asked over a signed HTTP connection. */
export async function startProducts(): Promise<Products> {
  const logger = pino({ level: 'silent' });
  const keys = new RotatingKeyring(testSecret);
  const subgraph = createSubgraph(productsSubgraph, {
    databaseUrl: databaseUrl(),
    logger,
    buildSchema: () => schema,
  });
  const server = await serveSubgraph({ ...subgraph, keys, host: '127.0.0.1', port: 0, logger });
  const executor = createHttpExecutor({ url: `http://127.0.0.1:${server.port}/graphql`, keys });
  return {
    ask: (query, variables = {}) => executor.execute({ query, variables }, claimsOf()),
    execute: executor.execute,
    async close() {
      await executor.close();
      await server.close();
      await subgraph.close();
    },
  };
}
