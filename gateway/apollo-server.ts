import './no-telemetry';
import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '../shared/logger';
import type { SubgraphExecutor } from '../shared/subgraph/executor';
import { answerShape } from './errors/answer-shape';
import { classifyError } from './errors/format-error';
import type { Limits } from './limits/limits';
import { operationLimits } from './limits/operation-limits';
import { queryLimits } from './limits/query-limits';
import { type GatewayContext, SubgraphSource } from './subgraphs/subgraph-source';
import { type SupergraphSource, supergraphManager } from './supergraph/supergraph-source';
import { withVisibleEntities } from './supergraph/visible-entities';

export interface ApolloOptions {
  readonly supergraphSdl: SupergraphSource;
  readonly subgraphs: Readonly<Record<string, SubgraphExecutor>>;
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly logger: Logger;
}

/** Plans and runs operations; all that is HTTP stays outside. */
export async function startApolloServer(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { limits, logger, subgraphs, introspection } = options;
  const buildService: NonNullable<GatewayConfig['buildService']> = ({ name }) => {
    const execute = subgraphs[name];
    if (!execute)
      throw new Error(`The supergraph names a subgraph "${name}" that this gateway cannot reach.`);
    return new SubgraphSource({ name, execute, timeout: limits.subgraphTimeout, logger });
  };
  // Their progress messages repeat ours; their complaints are wanted.
  const complaints = logger.child({ part: 'apollo' }, { level: atLeastWarn(logger.level) });
  const server = new ApolloServer<GatewayContext>({
    gateway: withVisibleEntities(
      new ApolloGateway({
        supergraphSdl: supergraphManager(options.supergraphSdl, buildService, logger),
        buildService,
        logger: complaints,
        validateSupergraph: true,
        // On a request header it would show the plan, and so the names of all subgraphs, to anybody.
        __exposeQueryPlanExperimental: false,
      }),
    ),
    logger: complaints,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    introspection,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // The HTTP handler has checked before the viewer was read.
    csrfPrevention: false,
    parseOptions: { maxTokens: limits.tokens },
    maxRecursiveSelections: limits.selections,
    validationRules: queryLimits(limits),
    validationOptions: { maxErrors: limits.mistakes },
    formatError: classifyError,
    plugins: [
      answerShape(logger),
      operationLimits(limits),
      // Both wrap every field resolver, and nobody reads what they collect.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return server;
}

function atLeastWarn(level: string): string {
  return ['error', 'fatal', 'silent'].includes(level) ? level : 'warn';
}
