import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCodes, HubError } from '../../shared/errors';
import { publicDetail } from './public-detail';

/** What was thrown, beside what may be told of it. JSON knows no symbols, so it cannot slip out. */
export const thrownError = Symbol('thrown');

/** An error that may leave the hub, once it is put into the viewer's language. */
export interface ClassifiedError extends GraphQLFormattedError {
  readonly [thrownError]?: unknown;
}

/**
 * For Apollo's `formatError`: turns whatever went wrong into a code of the table and nothing that was not put
 * there on purpose. Apollo does not say which request it is about; `toldTo` adds what depends on that.
 */
export function classifyError(formatted: GraphQLFormattedError, thrown: unknown): ClassifiedError {
  const { code, detail } = classify(formatted, thrown);
  const extensions = formatted.extensions ?? {};
  const subgraph = publicSubgraph(code, extensions);
  return {
    message: errorCodes[code].en,
    ...(formatted.locations && { locations: formatted.locations }),
    ...publicPath(formatted.path),
    extensions: {
      code,
      ...(detail && { detail }),
      ...(subgraph && { subgraph }),
      ...(typeof extensions.retryAfter === 'number' && { retryAfter: extensions.retryAfter }),
    },
    [thrownError]: thrown,
  };
}

function classify(formatted: GraphQLFormattedError, thrown: unknown): { code: ErrorCode; detail?: string } {
  const refusal = hubErrorWithin(thrown);
  if (refusal) return { code: refusal.code, ...(refusal.detail && { detail: refusal.detail }) };

  const { code, detail, serviceName, validationErrorCode } = formatted.extensions ?? {};
  if (serviceName !== undefined) return classifySubgraphError(code, detail);
  if (tooManyTokens.test(formatted.message)) return { code: 'QUERY_TOO_COMPLEX', detail: 'Too many tokens.' };
  if (validationErrorCode === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED') {
    return { code: 'QUERY_TOO_COMPLEX', detail: 'Too many selections once fragments are written out.' };
  }
  if (statusOf(thrown) === 405)
    return { code: 'METHOD_NOT_ALLOWED', detail: publicDetail(formatted.message) };
  if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') {
    return { code, detail: publicDetail(formatted.message) };
  }
  return { code: 'INTERNAL_SERVER_ERROR' };
}

/**
 * A subgraph validates literals of custom scalars, which the gateway cannot: its refusal of the document is the
 * client's mistake. Any other message of a subgraph stays inside; only `detail` was written to be shown.
 */
function classifySubgraphError(code: unknown, detail: unknown): { code: ErrorCode; detail?: string } {
  const known = code === 'GRAPHQL_VALIDATION_FAILED' ? 'BAD_USER_INPUT' : code;
  if (!isErrorCode(known) || known === 'INTERNAL_SERVER_ERROR') return { code: 'INTERNAL_SERVER_ERROR' };
  return { code: known, ...(typeof detail === 'string' && { detail: publicDetail(detail) }) };
}

/** graphql-js gives this refusal no code of its own. */
const tooManyTokens = /Document contains more tha[nt] \d+ tokens/;

function hubErrorWithin(thrown: unknown): HubError | undefined {
  for (let error = thrown; error instanceof GraphQLError; error = error.originalError) {
    if (error instanceof HubError) return error;
  }
  return undefined;
}

function statusOf(thrown: unknown): unknown {
  return thrown instanceof GraphQLError
    ? (thrown.extensions.http as { status?: number } | undefined)?.status
    : undefined;
}

function publicSubgraph(code: ErrorCode, extensions: Record<string, unknown>): string | undefined {
  const named = code === 'SUBGRAPH_UNAVAILABLE' || code === 'SUBGRAPH_TIMEOUT';
  // A subgraph that lost its database says so itself and does not know what the gateway calls it.
  const name = extensions.subgraph ?? extensions.serviceName;
  return named && typeof name === 'string' ? name : undefined;
}

/** The gateway writes '@' for "every element"; a client can only follow the path up to there. */
function publicPath(path: GraphQLFormattedError['path']): { path?: readonly (string | number)[] } {
  if (!path) return {};
  const everyElement = path.indexOf('@');
  const followable = everyElement < 0 ? path : path.slice(0, everyElement);
  return followable.length > 0 ? { path: followable } : {};
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}
