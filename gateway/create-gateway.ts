import type { Logger } from '../shared/logger';
import type { SubgraphExecutor } from '../shared/subgraph/executor';
import { startApolloServer } from './apollo-server';
import type { TrustedDocuments } from './documents/trusted-documents';
import { createExplorer } from './explorer/explorer';
import type { Identify } from './http/graphql-route';
import { createRequestHandler, type RequestHandler } from './http/request-handler';
import { defaultLimits, type Limits } from './limits/limits';
import { defaultRates, type Rates } from './limits/rates';
import { createSpending } from './limits/spending';
import { createHttpExecutor, type HttpExecutor } from './subgraphs/http-executor';
import type { SupergraphSource } from './supergraph/supergraph-source';

export interface GatewayOptions {
  readonly supergraphSdl: SupergraphSource;
  /** How each subgraph named in the supergraph is asked: by an executor, or at a URL by plain HTTP. */
  readonly subgraphs: Readonly<Record<string, SubgraphExecutor | string>>;
  readonly identify: Identify;
  readonly logger: Logger;
  readonly limits?: Partial<Limits>;
  readonly rates?: Partial<Rates>;
  /** Where several gateways count together what is spent. */
  readonly redisUrl?: string | undefined;
  /** Schema introspection and the explorer page. */
  readonly introspection?: boolean;
  /** Bytes of answers to the public that are kept; 0, as when missing, keeps none. */
  readonly publicAnswers?: number;
  /** Operations that clients may ask for by their ids. */
  readonly documents?: TrustedDocuments | undefined;
  readonly allowedOrigins?: readonly string[];
  readonly trustedProxies?: readonly string[];
  /** Whether the subgraphs serve data; until then the gateway is not ready. */
  readonly isReady?: () => boolean;
}

export interface Gateway {
  /** For `http.createServer`. */
  readonly handler: RequestHandler;
  ready(): boolean;
  /** Says "not ready" from now on and resolves when the requests in flight are answered, or after `patience`. */
  drain(patience?: number): Promise<void>;
  /** Takes no more operations. */
  close(): Promise<void>;
}

/** A federation gateway over any supergraph and any subgraphs; resolves once the supergraph is loaded. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { identify, logger, introspection = false, publicAnswers = 0, isReady = () => true } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const { supergraphSdl, documents } = options;
  const plain: HttpExecutor[] = [];
  const subgraphs = Object.fromEntries(
    Object.entries(options.subgraphs).map(([name, subgraph]) => {
      if (typeof subgraph !== 'string') return [name, subgraph];
      const executor = createHttpExecutor({ url: subgraph });
      plain.push(executor);
      return [name, executor.execute];
    }),
  );
  const rates = { ...defaultRates, ...options.rates };
  const server = await startApolloServer({
    supergraphSdl,
    subgraphs,
    limits,
    introspection,
    publicAnswers,
    documents,
    logger,
  });

  const spending = createSpending({ rates, redisUrl: options.redisUrl, logger });

  let phase: 'serving' | 'draining' | 'closed' = 'serving';
  const inFlight = new Set<Promise<void>>();
  const ready = () => phase === 'serving' && isReady();

  const handle = createRequestHandler({
    server,
    identify,
    limits,
    spending,
    documents,
    logger,
    isReady: ready,
    isOpen: () => phase !== 'closed',
    isDraining: () => phase !== 'serving',
    ...(introspection && { explorer: createExplorer() }),
    allowedOrigins: options.allowedOrigins ?? [],
    trustedProxies: options.trustedProxies ?? [],
  });

  return {
    async handler(request, response) {
      const answered = handle(request, response);
      inFlight.add(answered);
      await answered.finally(() => inFlight.delete(answered));
    },
    ready,
    async drain(patience = 10_000) {
      if (phase === 'serving') phase = 'draining';
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([Promise.all(inFlight), enough]).finally(() => clearTimeout(timer));
    },
    async close() {
      phase = 'closed';
      await server.stop();
      await spending.close();
      await Promise.all(plain.map((executor) => executor.close()));
    },
  };
}
