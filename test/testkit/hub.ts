import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult } from 'graphql';
import pino, { type DestinationStream } from 'pino';
import { createGateway } from '../../gateway/create-gateway';
import { createIdentify } from '../../gateway/identity/identify';
import { createIdentityProviders } from '../../gateway/identity/identity-provider';
import type { OidcProvider } from '../../gateway/identity/oidc-setting';
import { createViewerReader } from '../../gateway/identity/viewer-reader';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { gatewayRole, roleUrl, subgraphRole } from '../../shared/database/roles';
import type { StatementObserver } from '../../shared/database/session';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';
import { mintToken, type TokenSubject } from '../../shared/identity/token';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import type { Role } from '../../shared/identity/viewer';
import type { GuardedSchema } from '../../shared/permission/shield';
import { buildGuardedSchema } from '../../shared/schema/build-subgraph-schema';
import { seedId } from '../../shared/schema/type-id';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { SubgraphExecutor, SubgraphRequest } from '../../shared/subgraph/executor';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { subgraphs } from '../../subgraphs/registry';
import { databaseUrl, testSecret } from './database';
import { unlimited } from './rates';
import { inProcess, overHttp, type Reached } from './reached';

export const transports = ['local', 'http'] as const;
export type Transport = (typeof transports)[number];

/** Who asks: somebody of an organisation in a role, or nobody in particular. */
export type Asker = `${string}:${Role}` | 'public';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly errors?: any[];
}

export interface Statement {
  readonly subgraph: string;
  readonly kind: Parameters<StatementObserver>[0];
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface AskOptions {
  readonly as?: Asker;
  readonly token?: string;
  readonly language?: string;
  readonly variables?: object;
}

export interface TestHub {
  readonly url: string;
  /** `token` stands in for the one that `as` would get. */
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** The same question to one subgraph alone, as the gateway would send it for whoever shows the token. */
  askSubgraph(name: string, request: SubgraphRequest, token?: string): Promise<ExecutionResult>;
  /** A token for somebody, living as long as `jose` reads it ("8h"). */
  tokenFor(as: Exclude<Asker, 'public'>, lifetime?: string): Promise<string>;
  /** The same, of somebody who has just proved a second factor. */
  provenTokenFor(as: Exclude<Asker, 'public'>): Promise<string>;
  /** A token for any person, such as one that the test has made itself. */
  tokenOf(subject: TokenSubject): Promise<string>;
  /** Signs tokens with a new key from now on; those of the key before count on only if it is kept. */
  rotateTokenKey(keepsOld: boolean): void;
  /** SQL statements of the subgraphs since the last call. */
  statements(): Statement[];
  /**
   * How often the gateway has asked the database about a viewer since the last call: a statement each, or two where
   * something was written since it knew them.
   */
  viewerReads(): number;
  /** Stops one subgraph, as if its machine were gone. */
  kill(subgraph: string): Promise<void>;
  /** Starts a killed subgraph again, at the address it had. */
  revive(subgraph: string): Promise<void>;
  /** Lets another definition, and a schema of it, answer in the place of the subgraph until `close` of what comes back. */
  serveInstead(definition: SubgraphDefinition, schema: GuardedSchema): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

/** The whole hub over the test database, in one process or with every subgraph behind a signed HTTP connection. */
export async function startTestHub(
  transport: Transport,
  database = databaseUrl(),
  oidcProviders: readonly OidcProvider[] = [],
  log?: DestinationStream,
): Promise<TestHub> {
  const logger = log ? pino({ level: 'trace' }, log) : pino({ level: process.env.TEST_LOG ?? 'silent' });
  const keys = {
    identity: new RotatingKeyring(testSecret),
    token: readTokenKeys(generateTokenKey()),
  };
  const seen: Statement[] = [];
  const closers: (() => Promise<unknown>)[] = [];
  const reachedBy = new Map<string, Reached>();
  sealWith(new RotatingKeyring(testSecret));

  const executors: Record<string, SubgraphExecutor> = {};
  const serve = async (
    definition: SubgraphDefinition,
    buildSchema: () => GuardedSchema,
  ): Promise<Reached> => {
    const { name } = definition;
    const subgraph = createSubgraph(definition, {
      databaseUrl: roleUrl(database, subgraphRole(name), testSecret),
      logger,
      keys,
      buildSchema,
      onStatement: (kind, text, values = []) => seen.push({ subgraph: name, kind, text, values }),
    });
    const reached = transport === 'local' ? inProcess(subgraph) : await overHttp(subgraph, logger);
    return { ...reached, close: async () => [await reached.close(), await subgraph.close()] };
  };
  for (const definition of subgraphs) {
    const { name } = definition;
    const reached = await serve(definition, () => guardedSchema(definition));
    reachedBy.set(name, reached);
    executors[name] = (request, claims) => reachedBy.get(name)!.execute(request, claims);
    closers.push(reached.close);
  }
  const viewers = createViewerReader(roleUrl(database, gatewayRole, testSecret), logger);
  let viewerReads = 0;
  const countingViewers: typeof viewers = {
    ...viewers,
    read: (credential) => {
      viewerReads++;
      return viewers.read(credential);
    },
    readPublic: () => {
      viewerReads++;
      return viewers.readPublic();
    },
  };
  closers.push(() => viewers.close());
  const identify = createIdentify({
    keys,
    viewers: countingViewers,
    providers: createIdentityProviders(oidcProviders, logger),
    demoTokens: true,
  });
  const gateway = await createGateway({
    supergraphSdl: { file: supergraphFile() },
    subgraphs: executors,
    identify,
    logger,
    introspection: true,
    publicAnswers: 1_000_000,
    rates: unlimited,
  });
  closers.push(() => gateway.close());
  const server = createServer(gateway.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    async ask(query, { as = 'public', token, language, variables } = {}) {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (language) headers['accept-language'] = language;
      const shown = token ?? (as === 'public' ? undefined : await tokenFor(as));
      if (shown !== undefined) headers.authorization = `Bearer ${shown}`;
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, ...JSON.parse(text) };
    },
    async askSubgraph(name, request, token) {
      const network = '127.0.0.1';
      const identity = await identify(
        token === undefined ? {} : { authorization: `Bearer ${token}` },
        network,
      );
      const deadline = Date.now() + 10_000;
      return executors[name]!(request, {
        ...identity,
        network,
        languages: ['en'],
        requestId: 'direct',
        deadline,
      });
    },
    tokenFor,
    provenTokenFor: (as) => mintToken(keys.token, { ...subjectOf(as), secondFactorAt: Date.now() }, '8h'),
    tokenOf: (subject) => mintToken(keys.token, subject, '8h'),
    rotateTokenKey(keepsOld) {
      const fresh = readTokenKeys(generateTokenKey()).current;
      keys.token.replace(fresh, keepsOld ? [keys.token.current] : []);
    },
    statements: () => seen.splice(0),
    viewerReads() {
      const counted = viewerReads;
      viewerReads = 0;
      return counted;
    },
    kill: async (name) => void (await reachedBy.get(name)?.kill()),
    revive: async (name) => void (await reachedBy.get(name)?.revive()),
    async serveInstead(definition, schema) {
      const { name } = definition;
      const before = reachedBy.get(name)!;
      const instead = await serve(definition, () => schema);
      reachedBy.set(name, instead);
      return {
        async close() {
          reachedBy.set(name, before);
          await instead.close();
        },
      };
    },
    async close() {
      for (const close of closers.reverse()) await close();
    },
  };

  function tokenFor(as: Exclude<Asker, 'public'>, lifetime = '8h'): Promise<string> {
    return mintToken(keys.token, subjectOf(as), lifetime);
  }
}

const schemas = new Map<SubgraphDefinition, GuardedSchema>();

/** Built once for all hubs of a test file; nothing of a hub is in it. */
function guardedSchema(definition: SubgraphDefinition): GuardedSchema {
  const schema = schemas.get(definition) ?? buildGuardedSchema(definition);
  schemas.set(definition, schema);
  return schema;
}

function subjectOf(as: Exclude<Asker, 'public'>): TokenSubject {
  const [slug, role] = as.split(':') as [string, Role];
  return { personId: demoPersonId(slug, role), organizationId: seedId('Organization', slug) };
}

/** What a client gets, but for the id of its request and the time: by this it could tell two answers apart. */
export function bytes({ status, headers, text }: Answer) {
  const sent = [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
  return { status, headers: sent, text: text.replaceAll(headers.get('x-request-id')!, 'request') };
}
