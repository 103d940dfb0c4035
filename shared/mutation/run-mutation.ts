import type { GraphQLSchema } from 'graphql';
import type { IMiddlewareFunction, IMiddlewareTypeMap } from 'graphql-middleware';
import { DatabaseError } from 'pg';
import type { SubgraphContext } from '../subgraph/context';
import { firstTime, remember } from './idempotency';
import { MutationScope } from './mutation-scope';
import { type RefusalCode, refusalCodes } from './refusal-codes';
import { RecordedRefusal, Refusal } from './user-errors';

/** What a mutation's resolver gives back: the fields of its payload; `once` holds secrets that are shown once only. */
export interface MutationResult {
  readonly once?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** Wraps every mutation of the schema, so that none can forget its part. */
export function mutationsOf(schema: GraphQLSchema): IMiddlewareTypeMap[] {
  return schema.getMutationType() ? [{ Mutation: runMutation }] : [];
}

/**
 * Runs one mutation: what it wrote stays or goes as a whole, a refusal becomes `userErrors`, a repeated idempotency
 * key gets the first answer again.
 */
const runMutation: IMiddlewareFunction = async (resolve, parent, args, context: SubgraphContext, info) => {
  const { session } = context;
  const input = (args.input ?? {}) as { idempotencyKey?: string };
  await session.beginMutation();
  const scope = new MutationScope(context);
  try {
    const repeated = await firstTime(context, info.fieldName, input);
    if (repeated) return { ...repeated, userErrors: [] };
    const { once, ...result } = (await resolve(parent, args, scope.context, info)) as MutationResult;
    await remember(context, input, result);
    return { ...result, once, userErrors: [] };
  } catch (error) {
    scope.end();
    if (error instanceof RecordedRefusal) return { ...error.told, userErrors: error.userErrors };
    await session.undoMutation();
    if (error instanceof Refusal) return { ...error.told, userErrors: error.userErrors };
    const code = refusedByDatabase(error);
    if (code) return { userErrors: [{ code, field: null }] };
    throw error;
  } finally {
    context.forget();
  }
};

/** What only the database can decide, since two may ask at the same time: it raises `TH000` and the code as its message. */
function refusedByDatabase(error: unknown): RefusalCode | null {
  if (!(error instanceof DatabaseError) || error.code !== 'TH000') return null;
  return Object.hasOwn(refusalCodes, error.message) ? (error.message as RefusalCode) : null;
}
