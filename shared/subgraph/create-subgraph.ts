import { type DocumentNode, type ExecutionResult, execute, GraphQLError, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { needsWriting } from '../audit/logged-reads';
import { createPool } from '../database/pool';
import { openSession, type Session } from '../database/session';
import { HubError } from '../errors';
import { contactKeyring } from '../identity/contact-keys';
import type { HeldKeys, IdentityKeys } from '../identity/identity-keys';
import type { Keyring } from '../identity/keyring';
import type { RequestClaims } from '../identity/viewer';
import type { Logger } from '../logger';
import { isAllowedAtOnce, rightsOfQuery } from '../permission/allowed-at-once';
import type { GuardedSchema } from '../permission/shield';
import { buildGuardedSchema } from '../schema/build-subgraph-schema';
import { QueryRunner } from './compiled-query';
import { type StatementObserver, SubgraphContext, tooManyRows } from './context';
import type { SubgraphDefinition } from './definition';
import type { SubgraphExecutor, SubgraphRequest } from './executor';
import { type FieldsAsked, fieldsAsked } from './fields-asked';
import { eraseWhatIsOver } from './retention';

export interface RunningSubgraph {
  readonly name: string;
  readonly execute: SubgraphExecutor;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface SubgraphOptions {
  /** Address with the subgraph's own role. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Kept only by a subgraph whose definition asks for them. */
  readonly keys?: HeldKeys;
  readonly onStatement?: StatementObserver;
  /** Another schema than the guarded one of ours; only the bench and the suites of others have reason to. */
  readonly buildSchema?: (definition: SubgraphDefinition) => GuardedSchema;
}

/** A subgraph ready to answer, in process or behind its own HTTP server. */
export function createSubgraph(definition: SubgraphDefinition, options: SubgraphOptions): RunningSubgraph {
  const { buildSchema = buildGuardedSchema } = options;
  const schema = buildSchema(definition);
  const logger = options.logger.child({ subgraph: definition.name });
  const pool = createPool(options.databaseUrl, logger);
  const apartPool = createPool(options.databaseUrl, logger, 2);
  const documents = new LRUCache<string, PreparedDocument>({ max: 1_000 });
  const { identity, token } = options.keys ?? {};
  const keys = definition.identityKeys && identity && token && { identity, token };
  const contactKeys = definition.contactKeys && identity && contactKeyring(identity);
  const stopErasing = eraseWhatIsOver(definition.erase, apartPool, logger);
  const runtime = {
    apartPool,
    definition,
    schema,
    pool,
    documents,
    logger,
    keys,
    contactKeys,
    observe: options.onStatement,
  };

  return {
    name: definition.name,
    execute: (request, claims) => answer(runtime, request, claims),
    isReady: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      stopErasing();
      await Promise.all([pool.end(), apartPool.end()]);
    },
  };
}

interface Runtime {
  readonly definition: SubgraphDefinition;
  readonly schema: GuardedSchema;
  readonly pool: Pool;
  readonly apartPool: Pool;
  readonly documents: LRUCache<string, PreparedDocument>;
  readonly logger: Logger;
  readonly keys: IdentityKeys | undefined;
  readonly contactKeys: Keyring | undefined;
  readonly observe: StatementObserver | undefined;
}

/** How often an operation is begun again because its transaction had to give way to another one. */
const maximumAttempts = 4;

async function answer(
  runtime: Runtime,
  request: SubgraphRequest,
  claims: RequestClaims,
): Promise<ExecutionResult> {
  for (let attempt = 1; ; attempt++) {
    const { result, gaveWay } = await tryToAnswer(runtime, request, claims);
    if (!gaveWay || attempt === maximumAttempts) return result;
  }
}

async function tryToAnswer(
  runtime: Runtime,
  request: SubgraphRequest,
  claims: RequestClaims,
): Promise<Attempt> {
  let session: Session | undefined;
  try {
    const { document, writes, fields, rights, whenAllowed } = prepare(runtime, request.query);
    const { guarded, allowed } = runtime.schema;
    session = openSession(runtime.pool, claims, {
      schema: runtime.definition.name,
      writes,
      observe: runtime.observe,
      apartPool: runtime.apartPool,
    });
    const context = new SubgraphContext(
      claims,
      session,
      runtime.definition,
      fields,
      runtime.keys,
      runtime.contactKeys,
    );
    const operation = {
      document,
      operationName: request.operationName,
      variableValues: request.variables,
      contextValue: context,
    };
    const isAllowed = isAllowedAtOnce(rights, runtime.definition.policy, claims.viewer);
    const result = await (isAllowed
      ? whenAllowed.run({ schema: allowed, ...operation })
      : execute({ schema: guarded, ...operation }));
    // One answer for the whole operation: the same refusal in thousands of places would be the larger harm.
    if (context.isSpent) throw tooManyRows();
    if (session.gaveWay) throw new HubError('SUBGRAPH_UNAVAILABLE');
    // The answer leaves after the commit: what it tells of has happened, and who read it is written down.
    await session.commit();
    const errors = result.errors?.map((error) => masked(error, runtime.logger, claims));
    return { result: errors ? { ...result, errors } : result, gaveWay: false };
  } catch (error) {
    await session?.rollback();
    return {
      result: { errors: [masked(error, runtime.logger, claims)] },
      gaveWay: session?.gaveWay ?? false,
    };
  }
}

interface Attempt {
  readonly result: ExecutionResult;
  /** Nothing happened, because another transaction was in the way; it may go well the next time. */
  readonly gaveWay: boolean;
}

interface PreparedDocument {
  readonly document: DocumentNode;
  /** Whether running it writes: it is a mutation, or reads what may be read only with a row in the log. */
  readonly writes: boolean;
  /** All that it asks for, if that can be said. */
  readonly fields: FieldsAsked | null;
  /** What a viewer must be allowed for the whole of it to be; null where each field has to be asked. */
  readonly rights: readonly string[] | null;
  /** Runs it for viewers who are allowed the whole of it. */
  readonly whenAllowed: QueryRunner;
}

/** The gateway sends few different documents, again and again. */
function prepare({ schema, documents, definition }: Runtime, query: string): PreparedDocument {
  let prepared = documents.get(query);
  if (!prepared) {
    const document = parse(query);
    const [error] = validate(schema.guarded, document);
    if (error) throw error;
    const fields = fieldsAsked(schema.guarded, document);
    prepared = {
      document,
      fields,
      writes: needsWriting(schema.guarded, document, definition.policy),
      rights: rightsOfQuery(fields, definition.policy),
      whenAllowed: new QueryRunner(),
    };
    documents.set(query, prepared);
  }
  return prepared;
}

/** What leaves a subgraph: a code and a place in the answer. Anything unforeseen is logged, not told. */
function masked(error: unknown, logger: Logger, { requestId }: RequestClaims): GraphQLError {
  const path = error instanceof GraphQLError ? error.path : undefined;
  const origin = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (origin instanceof HubError) {
    return new GraphQLError(origin.message, {
      path,
      extensions: { code: origin.code, detail: origin.detail },
    });
  }
  // What is wrong with the document or its variables has no place in the answer, unlike a fault of ours.
  if (error instanceof GraphQLError && !error.path) {
    return new GraphQLError(error.message, {
      path,
      extensions: { code: 'BAD_USER_INPUT', detail: error.message },
    });
  }
  logger.error({ requestId, path, ...withoutValues(origin) }, 'unforeseen error');
  return new GraphQLError('unforeseen', { path, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

/** Messages quote what people asked, PostgreSQL's above all; kind, code and place are enough to find a fault. */
function withoutValues(error: unknown): { type: string; code: unknown; stack: string } {
  const { name, code, stack } = (error instanceof Error ? error : new Error()) as Error & { code?: unknown };
  const frames = (stack ?? '').split('\n').filter((line) => /^ +at /.test(line));
  return { type: name, code, stack: frames.join('\n') };
}
