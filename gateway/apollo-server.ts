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
import { rehearsals } from './documents/rehearsals';
import type { TrustedDocuments } from './documents/trusted-documents';
import { answerShape } from './errors/answer-shape';
import { classifyError } from './errors/format-error';
import { federatedGateway } from './execution/federated-gateway';
import { knownCosts } from './limits/known-costs';
import type { Limits } from './limits/limits';
import { operationLimits } from './limits/operation-limits';
import { queryLimits } from './limits/query-limits';
import { type GatewayContext, SubgraphSource } from './subgraphs/subgraph-source';
import type { SupergraphSource } from './supergraph/supergraph-source';

export interface ApolloOptions {
  readonly supergraphSdl: SupergraphSource;
  readonly subgraphs: Readonly<Record<string, SubgraphExecutor>>;
  readonly limits: Limits;
  readonly introspection: boolean;
  /** Bytes of answers to the public that are kept; 0 keeps none. */
  readonly publicAnswers: number;
  readonly documents: TrustedDocuments | undefined;
  readonly logger: Logger;
}

/** Plans and runs operations; all that is HTTP stays outside. */
export async function startApolloServer(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { limits, logger, introspection, publicAnswers, supergraphSdl, documents } = options;
  const subgraphs = new Map(
    Object.entries(options.subgraphs).map(([name, execute]) => [
      name,
      new SubgraphSource({ name, execute, timeout: limits.subgraphTimeout, logger }),
    ]),
  );
  // Their progress messages repeat ours; their complaints are wanted.
  const complaints = logger.child({ part: 'apollo' }, { level: atLeastWarn(logger.level) });
  const gateway = federatedGateway({ supergraphSdl, subgraphs, publicAnswers, logger });
  const costOf = knownCosts();
  const execute = (query: string, contextValue: GatewayContext) =>
    server.executeOperation({ query }, { contextValue });
  const server: ApolloServer<GatewayContext> = new ApolloServer({
    gateway,
    logger: complaints,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    introspection,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // Nobody registers operations by asking; trusted ones have their text before they come here.
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
      operationLimits(limits, costOf),
      ...(documents ? [rehearsals({ documents, prepare: gateway.prepare, costOf, execute, logger })] : []),
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
