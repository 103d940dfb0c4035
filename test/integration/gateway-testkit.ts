import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, graphql, parse } from 'graphql';
import pino from 'pino';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/create-gateway';
import { composeSupergraph } from '../../gateway/supergraph/compose';
import { publicViewer, type RequestClaims } from '../../shared/identity/viewer';
import type { SubgraphExecutor, SubgraphRequest } from '../../shared/subgraph/executor';
import { unlimited } from '../testkit/rates';

/** A subgraph that remembers what it was asked and can be made to fail. */
export interface FakeSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly asked: { request: SubgraphRequest; claims: RequestClaims }[];
  execute: SubgraphExecutor;
}

export function fakeSubgraph(name: string, body: string, resolvers: object): FakeSubgraph {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external"])\n${body}`;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const asked: FakeSubgraph['asked'] = [];
  const execute: SubgraphExecutor = (request, claims) => {
    asked.push({ request, claims });
    return graphql({
      schema,
      source: request.query,
      variableValues: request.variables,
      operationName: request.operationName,
      contextValue: { claims },
    }) as Promise<ExecutionResult>;
  };
  return { name, sdl, asked, execute };
}

/** Log lines of a gateway under test, as objects. */
export function recordingLogger() {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { logger, lines };
}

export interface RunningGateway {
  readonly gateway: Gateway;
  readonly url: string;
  readonly server: Server;
  /** Every line that it logged. */
  readonly log: Record<string, unknown>[];
  ask(query: string, options?: AskOptions): Promise<Answer>;
  stop(): Promise<void>;
}

export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly errors: any[] | undefined;
  readonly extensions?: unknown;
}

export async function runGateway(
  subgraphs: readonly FakeSubgraph[],
  options: Partial<GatewayOptions> = {},
): Promise<RunningGateway> {
  const { logger, lines } = recordingLogger();
  const gateway = await createGateway({
    supergraphSdl: options.supergraphSdl ?? composeSupergraph(subgraphs),
    // Through an arrow, so that a test can replace `execute` while the gateway runs.
    subgraphs: Object.fromEntries(
      subgraphs.map((subgraph) => [subgraph.name, (request, claims) => subgraph.execute(request, claims)]),
    ),
    identify: async () => ({ viewer: publicViewer, external: null }),
    logger,
    rates: unlimited,
    ...options,
  });
  const { server, url } = await listen(createServer(gateway.handler));
  const running = {
    gateway,
    url,
    server,
    log: lines,
    ask: (query: string, { variables, operationName, headers }: AskOptions = {}) =>
      post(url, JSON.stringify({ query, variables, operationName }), headers),
    stop: async () => {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return running;
}

export async function listen(
  server: Server,
  port = 0,
): Promise<{ server: Server; url: string; port: number }> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const actual = (server.address() as AddressInfo).port;
  return { server, url: `http://127.0.0.1:${actual}`, port: actual };
}

export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  return read(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    }),
  );
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, ...json };
}
