import type { GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import type { Viewer } from '../../shared/identity/viewer';
import { rowSecuritySql } from '../../shared/permission/row-security';
import { type GuardedSchema, guard } from '../../shared/permission/shield';
import { buildOpenSchema } from '../../shared/schema/build-subgraph-schema';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { Stage } from '../canary/stage';
import { applyRowSecurity } from '../testkit/apply-row-security';
import { asAdministrator } from '../testkit/database';
import type { Mutant } from './mutant';
import { viewerFunctions } from './statement-mutants';

/** Runs with the mistake in the hub: in the shield and the policy of its subgraph, and in the database. */
export async function withMistake<Result>(
  { hub, world: { url } }: Stage,
  mutant: Mutant,
  run: () => Promise<Result>,
): Promise<Result> {
  const { definition, policy, rewrite = (sql: string) => sql, functions } = mutant;
  const { name } = definition;
  const right = rowSecuritySql(name, definition.policy);
  const wrong = rewrite(rowSecuritySql(name, policy));
  const instead = await hub.serveInstead({ ...definition, policy }, guardedBy(mutant));
  try {
    if (functions) await asAdministrator(functions, [], url);
    if (wrong !== right) await applyRowSecurity(url, name, wrong);
    await forgetAnswers(url);
    return await run();
  } finally {
    await instead.close();
    if (functions) await asAdministrator(viewerFunctions(), [], url);
    if (wrong !== right) await applyRowSecurity(url, name, right);
    await forgetAnswers(url);
  }
}

/** The gateway keeps answers to the public until the data change; a transaction that has a number is a change. */
const forgetAnswers = (url: string) => asAdministrator('select pg_current_xact_id()', [], url);

const schemas = new Map<SubgraphDefinition, GraphQLSchema>();

function guardedBy({ definition, policy, seenAs }: Mutant): GuardedSchema {
  const open = schemas.get(definition) ?? buildOpenSchema(definition);
  schemas.set(definition, open);
  return seenAs ? guardTakingFor(open, policy, seenAs) : guard(open, policy);
}

interface Context {
  readonly viewer: Viewer;
}

/** Shield asks about somebody else than the resolvers behind it. */
function guardTakingFor(
  open: GraphQLSchema,
  policy: Mutant['policy'],
  seenAs: NonNullable<Mutant['seenAs']>,
): GuardedSchema {
  const taken = new WeakMap<Context, Context>();
  const real = new WeakMap<Context, Context>();
  const takenFor = (context: Context): Context => {
    let other = taken.get(context);
    if (!other) {
      other = Object.create(context, { viewer: { value: seenAs(context.viewer) } }) as Context;
      taken.set(context, other);
      real.set(other, context);
    }
    return other;
  };
  const behind = applyMiddleware(open, (resolve, parent, args, context: Context, info) =>
    resolve(parent, args, real.get(context) ?? context, info),
  );
  const { guarded } = guard(behind, policy);
  const schema = applyMiddleware(guarded, (resolve, parent, args, context: Context, info) =>
    resolve(parent, args, takenFor(context), info),
  );
  // Asked field by field: what is allowed at once is asked of the viewer outside the schema.
  return { guarded: schema, allowed: schema };
}
