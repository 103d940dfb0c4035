import { type ExecutionResult, GraphQLError } from 'graphql';
import { Pool } from 'undici';
import { HubError } from '../../shared/errors';
import type { Keyring } from '../../shared/identity/keyring';
import type { SubgraphExecutor } from '../../shared/subgraph/executor';
import { type ClaimedRequest, signatureHeader, signRequest } from '../../shared/subgraph/request-signing';
import { DeadlineMissed, postText } from './post-text';

export interface HttpExecutor {
  readonly execute: SubgraphExecutor;
  close(): Promise<void>;
}

export interface HttpExecutorOptions {
  /** Where the subgraph takes POST requests. */
  readonly url: string;
  /** Signs each request for a subgraph of this hub; without it requests are plain, for anybody else's. */
  readonly keys?: Keyring;
  readonly connections?: number;
  readonly maximumAnswerBytes?: number;
}

/** Idle connections are dropped before the subgraph drops them, or a request could meet a closing one. */
export const idleConnectionTime = 30_000;

/** Asks a subgraph over HTTP. What does not arrive whole and valid counts as not available; never throws. */
export function createHttpExecutor(options: HttpExecutorOptions): HttpExecutor {
  const url = new URL(options.url);
  const pool = new Pool(url.origin, {
    connections: options.connections ?? 64,
    keepAliveTimeout: idleConnectionTime,
    connect: { timeout: 2_000 },
    maxResponseSize: options.maximumAnswerBytes ?? 16 * 1024 * 1024,
  });
  const path = url.pathname + url.search;

  const execute: SubgraphExecutor = async (request, claims) => {
    try {
      const { headers, body } = options.keys
        ? signed(options.keys, { request, claims })
        : { headers: plainHeaders, body: JSON.stringify(request) };
      const { status, text } = await postText(pool, { path, headers, body, deadline: claims.deadline });
      if (status >= 500 || status === 401) return unavailable(`answered with status ${status}`);
      return asExecutionResult(JSON.parse(text));
    } catch (error) {
      if (error instanceof DeadlineMissed) return { errors: [new HubError('SUBGRAPH_TIMEOUT')] };
      return unavailable(error instanceof Error ? error.message : String(error));
    }
  };

  return { execute, close: () => pool.close() };
}

const plainHeaders = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
};

function signed(keys: Keyring, asked: ClaimedRequest) {
  const { body, signature } = signRequest(keys, asked);
  return { headers: { ...plainHeaders, [signatureHeader]: signature }, body };
}

function asExecutionResult(answer: unknown): ExecutionResult {
  const { data, errors } = (answer ?? {}) as { data?: unknown; errors?: unknown };
  const hasData = data !== null && typeof data === 'object' && !Array.isArray(data);
  if (!hasData && !Array.isArray(errors))
    return unavailable('answered with something other than a GraphQL result');
  return {
    ...(hasData && { data: data as Record<string, unknown> }),
    ...(Array.isArray(errors) && errors.length > 0 && { errors: errors as GraphQLError[] }),
  };
}

/** The reason is for the log; the error formatter never shows a message. */
function unavailable(reason: string): ExecutionResult {
  return { errors: [new GraphQLError(reason, { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } })] };
}
