import type { ExecutionResult } from 'graphql';
import type { RequestClaims } from '../../shared/identity/viewer';
import type { Logger } from '../../shared/logger';
import type { SubgraphExecutor } from '../../shared/subgraph/executor';
import type { RequestBudget } from '../limits/request-budget';
import { missingPart } from './missing-part';

/** What the gateway's operations carry from the HTTP handler to the subgraphs. */
export interface GatewayContext extends Record<string, unknown> {
  readonly claims: RequestClaims;
  readonly budget: RequestBudget;
  /** Set for those who are nobody in particular: see `Identity`. */
  readonly dataVersion?: string | undefined;
  /** Nobody asks: the operation is only got ready. */
  readonly rehearsal?: boolean;
}

type Claimed = Pick<GatewayContext, 'claims'>;

/** What a plan asks of a subgraph, the same for every request. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  /** The names under which its fields stand in the answer: what is missing when there is none. */
  readonly rootFields: readonly string[];
}

export interface SubgraphSourceOptions {
  readonly name: string;
  readonly execute: SubgraphExecutor;
  /** Milliseconds that this subgraph may take. */
  readonly timeout: number;
  readonly logger: Logger;
}

/**
 * One subgraph as plans see it: with a deadline, and no address of it in any error. Never throws: what is missing is in
 * `errors`, the rest of the answer is served.
 */
export class SubgraphSource {
  constructor(private readonly options: SubgraphSourceOptions) {}

  async ask(
    operation: SubgraphOperation,
    variables: Record<string, unknown>,
    { claims }: Claimed,
  ): Promise<ExecutionResult> {
    const { name, execute, timeout, logger } = this.options;
    const { query, operationName, rootFields } = operation;
    const request = { query, ...(operationName && { operationName }), variables };
    const deadline = Math.min(claims.deadline, Date.now() + timeout);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<'too late'>((resolve) => {
      timer = setTimeout(resolve, Math.max(deadline - Date.now(), 0), 'too late');
    });
    try {
      // The executor knows the deadline from the claims and stops by itself; the race is for one that does not.
      const answer = await Promise.race([execute(request, { ...claims, deadline }), tooLate]);
      if (answer !== 'too late') return this.named(answer, operation, claims);
      logger.warn({ requestId: claims.requestId, subgraph: name }, 'a subgraph missed its deadline');
      return missingPart('SUBGRAPH_TIMEOUT', name, rootFields);
    } catch (error) {
      return this.unavailable(operation, { claims }, error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  /** The answer in place of one that cannot be used, written down with the reason. */
  unavailable({ rootFields }: SubgraphOperation, { claims }: Claimed, reason?: string) {
    const { name, logger } = this.options;
    logger.warn({ requestId: claims.requestId, subgraph: name, reason }, 'a subgraph is not available');
    return missingPart('SUBGRAPH_UNAVAILABLE', name, rootFields);
  }

  /** An executor says that it did not reach its subgraph; only the source knows the subgraph's name. */
  private named(
    answer: ExecutionResult,
    operation: SubgraphOperation,
    claims: RequestClaims,
  ): ExecutionResult {
    const code = answer.data ? undefined : answer.errors?.[0]?.extensions?.code;
    if (code === 'SUBGRAPH_TIMEOUT') return missingPart(code, this.options.name, operation.rootFields);
    if (code === 'SUBGRAPH_UNAVAILABLE')
      return this.unavailable(operation, { claims }, answer.errors?.[0]?.message);
    return answer;
  }
}
