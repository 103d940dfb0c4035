import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Logger } from '../../shared/logger';
import { type ClassifiedError, thrownError } from './format-error';

/** Writes down what the client is not told, under the id that the client can quote. */
export function logMasked(logger: Logger, requestId: string, error: GraphQLFormattedError): void {
  if (error.extensions?.code !== 'INTERNAL_SERVER_ERROR') return;
  const thrown = (error as ClassifiedError)[thrownError];
  const subgraph = thrown instanceof GraphQLError ? thrown.extensions.serviceName : undefined;
  logUnexpected(logger, { requestId, subgraph, path: error.path }, unwrapResolverError(thrown));
}

export function logUnexpected(logger: Logger, where: object, thrown: unknown): void {
  // Only these three properties: a database error carries parameters in others.
  const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
  logger.error({ ...where, err: { type: name, message, stack } }, 'masked an unexpected error');
}
