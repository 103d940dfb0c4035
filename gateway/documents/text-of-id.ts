import { HubError } from '../../shared/errors';
import { documentId } from './manifest';
import type { TrustedDocuments } from './trusted-documents';

/** What a request says of its document, before anything of it was looked at. */
export interface SentDocument {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/**
 * The text that a request asks for by its id: as the appendix on persisted documents of GraphQL over HTTP has it, or as
 * Apollo's clients do. Nothing is ever registered: an id beside a text must be that text's, and says nothing more.
 * @param documents undefined where trusted documents are switched off
 * @returns undefined for a request without an id, which goes on as it is
 * @throws HubError PERSISTED_QUERY_NOT_SUPPORTED, PERSISTED_QUERY_NOT_FOUND, DOCUMENT_NOT_TRUSTED or BAD_REQUEST
 */
export function textOfId(sent: SentDocument, documents: TrustedDocuments | undefined): string | undefined {
  // Some clients send an empty text beside an id.
  const text = sent.query === '' ? undefined : (sent.query ?? undefined);
  if (!documents) {
    // Beside a text it is one of the properties that a server does not know; Apollo Server refuses Apollo's ids.
    if (sent.documentId == null || text !== undefined) return undefined;
    throw new HubError('PERSISTED_QUERY_NOT_SUPPORTED');
  }
  const { required, bodies } = documents;
  const trusted = typeof text === 'string' && bodies.get(documentId(text)) === text;
  if (required && typeof text === 'string' && !trusted) throw new HubError('DOCUMENT_NOT_TRUSTED');
  const id = sentId(sent);
  if (id === undefined) return undefined;
  if (text === undefined) {
    const body = bodies.get(id);
    if (body === undefined) throw new HubError('PERSISTED_QUERY_NOT_FOUND');
    return body;
  }
  if (typeof text !== 'string' || documentId(text) !== id) {
    throw badRequest('The id is not the one of the text beside it.');
  }
  return text;
}

/** The extensions without an id, which Apollo Server would refuse. */
export function withoutId(extensions: unknown): unknown {
  if (!isObject(extensions)) return extensions;
  const { persistedQuery, ...others } = extensions;
  return others;
}

const hexadecimal = /^[0-9a-f]{64}$/;
const prefixed = /^sha256:([0-9a-f]{64})$/;

function sentId({ documentId, extensions }: SentDocument): string | undefined {
  const persistedQuery = isObject(extensions) ? (extensions.persistedQuery ?? undefined) : undefined;
  if (documentId == null) return persistedQuery === undefined ? undefined : hashOf(persistedQuery);
  if (persistedQuery !== undefined) throw badRequest('Send one id of a document, not two.');
  const hash = typeof documentId === 'string' ? prefixed.exec(documentId)?.[1] : undefined;
  if (hash !== undefined) return hash;
  throw badRequest('`documentId` must be "sha256:" and 64 lower-case hexadecimal digits.');
}

function hashOf(persistedQuery: unknown): string {
  const { version, sha256Hash } = isObject(persistedQuery) ? persistedQuery : {};
  if (version === 1 && typeof sha256Hash === 'string' && hexadecimal.test(sha256Hash)) return sha256Hash;
  throw badRequest(
    '`extensions.persistedQuery` must have the version 1 and as `sha256Hash` 64 lower-case hexadecimal digits.',
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(detail: string): HubError {
  return new HubError('BAD_REQUEST', detail);
}
