import { AsyncLocalStorage } from 'node:async_hooks';
import type { SentenceLanguage } from './sentence-language';

/** What an error needs to know about the request it happened in; Apollo's `formatError` is told nothing. */
export interface RequestScope {
  readonly requestId: string;
  readonly language: SentenceLanguage;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();
