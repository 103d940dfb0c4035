import type { GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, type IRules, rule, shield } from 'graphql-shield';
import { noteReads } from '../audit/logged-reads';
import { HubError } from '../errors';
import type { Viewer } from '../identity/viewer';
import { mutationsOf } from '../mutation/run-mutation';
import { withoutHiddenOrganizations } from './hidden-organizations';
import { mayTouch, rightOf } from './may-touch';
import type { Group, Operation, Policy } from './policy';

/**
 * Wraps every field with the rule of its group. Rules are pure functions of the viewer ("may this kind of
 * viewer touch this field at all"); which rows they then see is decided in the database.
 */
export function guard(schema: GraphQLSchema, policy: Policy): GraphQLSchema {
  const permissions = shield(fieldRules(policy), {
    fallbackRule: deny,
    fallbackError: () => new HubError('FORBIDDEN'),
    // Errors keep their codes; the subgraph's own formatting masks what is not ours.
    allowExternalErrors: true,
  });
  return applyMiddleware(
    schema,
    permissions,
    withoutHiddenOrganizations(schema),
    noteReads(schema, policy),
    ...mutationsOf(schema),
  );
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
  const { group: name, operation } = rightOf(right);
  const group = policy.groups[name];
  if (!group) throw new Error(`the fields name the unknown group ${name}`);
  return rule(right, { cache: 'contextual' })(
    (_parent, _args, { viewer }: { viewer: Viewer }) => refusal(name, group, operation, viewer) ?? true,
  );
}

function refusal(name: string, group: Group, operation: Operation, viewer: Viewer): HubError | null {
  if (!mayTouch(name, group, operation, viewer)) return new HubError('FORBIDDEN');
  const unproved = viewer.secondFactorAt === null && viewer.personId !== null;
  return unproved && group.secondFactor?.includes(operation) ? new HubError('SECOND_FACTOR_REQUIRED') : null;
}
