import type { GraphQLDataSource } from '@apollo/gateway';
import type { ExecutionResult } from 'graphql';
import type { RequestClaims } from '../../shared/identity/viewer';
import type { Logger } from '../../shared/logger';
import { maximumRows, tooManyRows } from '../../shared/subgraph/context';
import type { SubgraphExecutor, SubgraphRequest } from '../../shared/subgraph/executor';
import type { RequestBudget } from '../limits/request-budget';
import { missingPart } from './missing-part';
import { spreadOut, uniqueRepresentations } from './unique-representations';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type ProcessResult = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** What the gateway's operations carry from the HTTP handler to the subgraphs. */
export interface GatewayContext extends Record<string, unknown> {
  readonly claims: RequestClaims;
  readonly budget: RequestBudget;
}

type Claimed = Pick<GatewayContext, 'claims'>;

export interface SubgraphSourceOptions {
  readonly name: string;
  readonly execute: SubgraphExecutor;
  /** Milliseconds that this subgraph may take. */
  readonly timeout: number;
  readonly logger: Logger;
}

/**
 * Closes what `@apollo/gateway` leaves open: a deadline for each subgraph, no repeated representations, and
 * no address of a subgraph in any error. Never throws: what is missing is in `errors`, the rest of the answer
 * is served.
 */
export class SubgraphSource implements GraphQLDataSource<GatewayContext> {
  constructor(private readonly options: SubgraphSourceOptions) {}

  async process({ request, context }: ProcessOptions): Promise<ProcessResult> {
    const { query = '', operationName, variables } = request;
    const operation = { query, ...(operationName && { operationName }), ...(variables && { variables }) };
    const answer = Array.isArray(variables?.representations)
      ? await this.askForEntities(operation, variables.representations, context as GatewayContext)
      : withoutRootNulls(await this.ask(operation, context as GatewayContext));
    return answer as ProcessResult;
  }

  private async askForEntities(
    operation: SubgraphRequest,
    asked: Record<string, unknown>[],
    context: Claimed,
  ): Promise<ExecutionResult> {
    // Answers are copied back to every place that asked, so many places are as dear as many rows.
    if (asked.length > maximumRows) return { errors: [tooManyRows()] };
    const representations = uniqueRepresentations(asked);
    const variables = { ...operation.variables, representations: representations.unique };
    const { data, errors } = await this.ask({ ...operation, variables }, context);
    const entities = data?._entities;
    if (Array.isArray(entities) && entities.length === representations.unique.length) {
      return spreadOut({ data, errors }, representations);
    }
    if (errors?.length)
      return {
        errors: errors.map(({ message, extensions }) => ({ message, extensions, path: [] })) as never,
      };
    return this.unavailable(operation, context, 'answered with another number of entities');
  }

  private async ask(operation: SubgraphRequest, { claims }: Claimed): Promise<ExecutionResult> {
    const { name, execute, timeout, logger } = this.options;
    const deadline = Math.min(claims.deadline, Date.now() + timeout);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<'too late'>((resolve) => {
      timer = setTimeout(resolve, Math.max(deadline - Date.now(), 0), 'too late');
    });
    try {
      // The executor knows the deadline from the claims and stops by itself; the race is for one that does not.
      const answer = await Promise.race([execute(operation, { ...claims, deadline }), tooLate]);
      if (answer !== 'too late') return this.named(answer, operation, claims);
      logger.warn({ requestId: claims.requestId, subgraph: name }, 'a subgraph missed its deadline');
      return missingPart('SUBGRAPH_TIMEOUT', name, operation.query);
    } catch (error) {
      return this.unavailable(operation, { claims }, error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  /** An executor says that it did not reach its subgraph; only the source knows the subgraph's name. */
  private named(answer: ExecutionResult, operation: SubgraphRequest, claims: RequestClaims): ExecutionResult {
    const code = answer.data ? undefined : answer.errors?.[0]?.extensions?.code;
    if (code === 'SUBGRAPH_TIMEOUT') return missingPart(code, this.options.name, operation.query);
    if (code === 'SUBGRAPH_UNAVAILABLE')
      return this.unavailable(operation, { claims }, answer.errors?.[0]?.message);
    return answer;
  }

  private unavailable(operation: SubgraphRequest, { claims }: Claimed, reason?: string): ExecutionResult {
    const { name, logger } = this.options;
    logger.warn({ requestId: claims.requestId, subgraph: name, reason }, 'a subgraph is not available');
    return missingPart('SUBGRAPH_UNAVAILABLE', name, operation.query);
  }
}

/**
 * Several subgraphs may answer the same root field, each with its part. The gateway lets a later `null`
 * overwrite the parts of the others; left out, it still reads as `null` when nobody else answers.
 */
function withoutRootNulls(answer: ExecutionResult): ExecutionResult {
  if (!answer.data || !Object.values(answer.data).includes(null)) return answer;
  const given = Object.entries(answer.data).filter(([, value]) => value !== null);
  return { ...answer, data: Object.fromEntries(given) };
}
