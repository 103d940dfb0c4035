import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  graphql,
  type OperationDefinitionNode,
} from 'graphql';
import pino from 'pino';
import { Federation } from '../../../gateway/execution/federation';
import { SubgraphSource } from '../../../gateway/subgraphs/subgraph-source';
import type { SubgraphRequest } from '../../../shared/subgraph/executor';
import { claimsOf } from '../../testkit/claims';
import type { LibrarySubgraph } from './library/subgraph';

export type Run = (document: DocumentNode, variables: Record<string, unknown>) => Promise<ExecutionResult>;

const operationOf = ({ definitions }: DocumentNode) => definitions[0] as OperationDefinitionNode;

/** What a subgraph sends over the wire. */
async function answerOf(
  schema: GraphQLSchema,
  { query, variables }: SubgraphRequest,
): Promise<ExecutionResult> {
  const answer = await graphql({ schema, source: query, variableValues: variables });
  return JSON.parse(JSON.stringify(answer));
}

export function ours(supergraphSdl: string, subgraphs: readonly LibrarySubgraph[]) {
  const logger = pino({ level: 'silent' });
  const sources = subgraphs.map(({ name, schema }) => {
    const execute = (request: SubgraphRequest) => answerOf(schema, request);
    return [name, new SubgraphSource({ name, execute, timeout: 10_000, logger })] as const;
  });
  const federation = new Federation(supergraphSdl, new Map(sources));
  const run: Run = async (document, variables) =>
    federation.execute({ document, operation: operationOf(document), variables }, {
      claims: claimsOf(),
    } as never);
  return { run, schema: federation.schema };
}

/**
 * Apollo's gateway, in which a root field that one subgraph answers with null does not wipe out the parts of the others,
 * and the name of an interface not that of an object.
 */
export async function stock(supergraphSdl: string, subgraphs: readonly LibrarySubgraph[]) {
  // Or it would report to its maker.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    buildService: ({ name }) => dataSource(subgraphs.find((subgraph) => subgraph.name === name)!.schema),
  });
  const { executor, schema } = await gateway.load();
  let asked = 0;
  const run: Run = (document, variables) => {
    const operation = operationOf(document);
    const request = { variables, operationName: operation.name?.value };
    const key = { queryHash: String(asked++), metrics: {}, context: {}, logger };
    return executor({ ...key, request, document, operation, schema } as never) as Promise<ExecutionResult>;
  };
  return { run, stop: () => gateway.stop() };
}

function dataSource(schema: GraphQLSchema): GraphQLDataSource {
  return {
    async process({ request }) {
      const { data, errors } = await answerOf(schema, request as SubgraphRequest);
      const parts = Object.entries(data ?? {}).filter(([, part]) => part !== null);
      for (const entity of (data?._entities ?? []) as ({ __typename?: string } | null)[]) {
        if (entity?.__typename === 'Work') delete entity.__typename;
      }
      return { data: data && Object.fromEntries(parts), errors } as never;
    },
  };
}
