import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { HubError } from '../../shared/errors';
import type { ExternalSubject, RequestClaims, Viewer } from '../../shared/identity/viewer';
import type { TrustedDocuments } from '../documents/trusted-documents';
import { shapedHeader } from '../errors/answer-shape';
import { type RequestScope, scopeOf, toldTo } from '../errors/request-scope';
import type { Limits } from '../limits/limits';
import { requestCost } from '../limits/operation-cost';
import { addressPayer, payersOf } from '../limits/payers';
import { RequestBudget } from '../limits/request-budget';
import type { Spending } from '../limits/spending';
import type { GatewayContext } from '../subgraphs/subgraph-source';
import { answerJson, answerMediaType } from './answer';
import { clientNetwork } from './client-network';
import { readGraphqlBody } from './graphql-body';
import { bodyWithText, searchWithText } from './trusted-text';

export interface Identity {
  readonly viewer: Viewer;
  /** Set when they have signed in at an identity provider, whether or not it leads to somebody here. */
  readonly external: ExternalSubject | null;
  /**
   * Only of those who show nothing of who they are: the state of the data when this was read. While it is the same, so
   * are the answers to the same questions.
   */
  readonly dataVersion?: string;
}

/**
 * Who asks, from the headers of the request and the address it comes from.
 * @throws HubError UNAUTHENTICATED for a bad token, HUB_UNAVAILABLE when nobody can tell
 */
export type Identify = (headers: IncomingMessage['headers'], address: string) => Promise<Identity>;

export interface GraphqlRoute {
  readonly server: ApolloServer<GatewayContext>;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly spending: Spending;
  readonly documents: TrustedDocuments | undefined;
}

export interface RequestFacts {
  readonly url: URL;
  readonly requestId: string;
  readonly languages: readonly string[];
  /** Of the client. */
  readonly address: string;
}

/** @throws HubError when the request is refused before any GraphQL work. */
export async function answerGraphql(
  route: GraphqlRoute,
  request: IncomingMessage,
  response: ServerResponse,
  { url, requestId, languages, address }: RequestFacts,
): Promise<void> {
  const { server, limits, documents } = route;
  const deadline = Date.now() + limits.requestTimeout;
  const { method = '' } = request;
  if (method !== 'POST' && method !== 'GET') {
    response.setHeader('allow', 'GET, POST, OPTIONS');
    throw new HubError('METHOD_NOT_ALLOWED', 'Send GET for queries or POST.');
  }
  if (method === 'GET') checkPreflighted(request.headers);
  // The body is read in any case: an answer before its end would make clients see a broken connection.
  const sent = method === 'POST' ? await readGraphqlBody(request, limits.bodyBytes) : undefined;
  // Before anybody is asked who it is: what is not trusted costs no statement.
  const body = sent && bodyWithText(sent, documents);
  const search = sent ? '' : searchWithText(url, documents);
  // Node keeps the first of two, other programs the last: who asks must not depend on who reads.
  if ((request.headersDistinct.authorization?.length ?? 0) > 1) throw new HubError('UNAUTHENTICATED');
  const { identity, budget } = await admit(route, request.headers, address);
  const { dataVersion, ...who } = identity;
  const claims: RequestClaims = { ...who, languages, requestId, deadline, network: clientNetwork(address) };

  const mediaType = answerMediaType(request);
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method,
      headers: new HeaderMap([['accept', mediaType]]),
      search,
      body,
    },
    context: async () => ({ claims, budget, dataVersion }),
  });
  // What was refused before it had a price has still been read and checked; who overspends is refused the next time.
  if (budget.requested === 0) await budget.spend(requestCost).catch(ignoreRateLimit);
  if (answer.body.kind !== 'complete') throw new Error('incremental delivery is not supported');
  for (const name of ['allow', 'retry-after']) {
    const value = answer.headers.get(name);
    if (value) response.setHeader(name, value);
  }
  const { string } = answer.body;
  const shaped = answer.headers.has(shapedHeader);
  const text = shaped ? string : inLanguage(string, scopeOf({ requestId, languages }));
  answerJson(response, answer.status ?? 200, text, mediaType);
}

/**
 * Who asks, and what they may spend. Nobody in particular is refused before the database is asked about them; a
 * credential that leads nowhere is on the account of the address.
 */
async function admit(
  { identify, spending }: GraphqlRoute,
  headers: IncomingMessage['headers'],
  address: string,
): Promise<{ identity: Identity; budget: RequestBudget }> {
  const visitor = new RequestBudget(spending, [addressPayer(address)]);
  if (headers.authorization === undefined) visitor.refuseSpent();
  try {
    const identity = await identify(headers, address);
    const budget = new RequestBudget(spending, payersOf(identity.viewer, address));
    budget.refuseSpent();
    return { identity, budget };
  } catch (error) {
    if (error instanceof HubError && error.code === 'UNAUTHENTICATED') await visitor.spend(requestCost);
    throw error;
  }
}

function ignoreRateLimit(error: unknown): void {
  if (!(error instanceof HubError)) throw error;
}

/** For the few errors that no plugin of Apollo sees: a request without a query, for example. */
function inLanguage(answer: string, scope: RequestScope): string {
  const { errors } = JSON.parse(answer) as { errors: GraphQLFormattedError[] };
  return `${JSON.stringify({ errors: errors.map((error) => toldTo(scope, error)) })}\n`;
}

/** Any of these makes a browser ask before it sends the request from another site's page. */
const preflightHeaders = ['x-apollo-operation-name', 'apollo-require-preflight', 'graphql-require-preflight'];

function checkPreflighted(headers: IncomingMessage['headers']): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && type !== 'application/json') {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', 'The content type must be application/json.');
  }
  if (type === undefined && !preflightHeaders.some((name) => headers[name])) {
    throw new HubError('CSRF_REFUSED', `Or send one of the headers ${preflightHeaders.join(', ')}.`);
  }
}
