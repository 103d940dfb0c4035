import type { GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, type IRules, rule, shield } from 'graphql-shield';
import { noteReads } from '../audit/logged-reads';
import { HubError } from '../errors';
import type { Viewer } from '../identity/viewer';
import { mutationsOf } from '../mutation/run-mutation';
import { refusalOf } from './field-right';
import { withoutHiddenOrganizations } from './hidden-organizations';
import { rightOf } from './may-touch';
import type { Policy } from './policy';

/** A subgraph's schema, ready to run operations. */
export interface GuardedSchema {
  /** Asks at every field whether the viewer may have it. */
  readonly guarded: GraphQLSchema;
  /** Asks at none. For queries of which `isAllowedAtOnce` has said that every answer would be yes. */
  readonly allowed: GraphQLSchema;
}

/** A schema that guards nothing, as if everything were allowed: for measuring and for the suites of others. */
export const withoutGuards = (schema: GraphQLSchema): GuardedSchema => ({ guarded: schema, allowed: schema });

/**
 * Wraps every field with the rule of its group. Rules are pure functions of the viewer ("may this kind of
 * viewer touch this field at all"); which rows they then see is decided in the database.
 */
export function guard(schema: GraphQLSchema, policy: Policy): GuardedSchema {
  const permissions = shield(fieldRules(policy), {
    fallbackRule: deny,
    fallbackError: () => new HubError('FORBIDDEN'),
    // Errors keep their codes; the subgraph's own formatting masks what is not ours.
    allowExternalErrors: true,
  });
  const rest = [withoutHiddenOrganizations(schema), noteReads(schema, policy), ...mutationsOf(schema)];
  return {
    guarded: applyMiddleware(schema, permissions, ...rest),
    allowed: applyMiddleware(schema, ...rest),
  };
}

function fieldRules(policy: Policy): IRules {
  const ruleOf = new Map<string, ReturnType<typeof groupRule> | typeof allow>([['open', allow]]);
  const rules: Record<string, Record<string, unknown>> = {};
  for (const [type, rights] of Object.entries(policy.fields)) {
    const fields: Record<string, unknown> = {};
    for (const [right, names] of Object.entries(rights)) {
      if (!ruleOf.has(right)) ruleOf.set(right, groupRule(right, policy));
      for (const name of names) fields[name] = ruleOf.get(right);
    }
    rules[type] = fields;
  }
  // What the gateway itself calls; the types behind `_entities` carry their own rules.
  rules.Query = { ...rules.Query, _service: allow, _entities: allow };
  rules._Service = { sdl: allow };
  return rules as IRules;
}

/** The cache of a request goes by the rule's name, so a name stands for one right. */
function groupRule(right: string, policy: Policy) {
  const { group } = rightOf(right);
  if (!policy.groups[group]) throw new Error(`the fields name the unknown group ${group}`);
  return rule(right, { cache: 'contextual' })(
    (_parent, _args, { viewer }: { viewer: Viewer }) => refusalOf(right, policy, viewer) ?? true,
  );
}
