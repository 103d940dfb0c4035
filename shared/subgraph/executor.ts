import type { ExecutionResult } from 'graphql';
import type { RequestClaims } from '../identity/viewer';

/** One GraphQL operation for one subgraph, the same in process and over HTTP. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/** Answers an operation; never throws: what goes wrong is in `errors`, with a code. */
export type SubgraphExecutor = (request: SubgraphRequest, claims: RequestClaims) => Promise<ExecutionResult>;
