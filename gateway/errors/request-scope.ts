import type { GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errorCodes } from '../../shared/errors';
import { type SentenceLanguage, sentenceLanguage } from './sentence-language';

/**
 * What an error needs to know about the request it happened in. Handed on as an argument: an
 * AsyncLocalStorage costs every request something, and errors are rare.
 */
export interface RequestScope {
  readonly requestId: string;
  readonly language: SentenceLanguage;
}

export function scopeOf(request: { requestId: string; languages: readonly string[] }): RequestScope {
  return { requestId: request.requestId, language: sentenceLanguage(request.languages) };
}

/** The error as this client sees it: the sentence in its language, and the id to quote. */
export function toldTo(scope: RequestScope, error: GraphQLFormattedError): GraphQLFormattedError {
  const { code = 'INTERNAL_SERVER_ERROR', ...rest } = error.extensions ?? {};
  return {
    message: errorCodes[code as ErrorCode][scope.language],
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: { code, requestId: scope.requestId, ...rest },
  };
}
