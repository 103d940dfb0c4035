import type { GraphQLSchema } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, type IRules, rule, shield } from 'graphql-shield';
import { HubError } from '../errors';
import type { Viewer } from '../identity/viewer';
import type { Group, Policy } from './policy';

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
  return applyMiddleware(schema, permissions);
}

/** Whether some row of the group can be visible to this viewer. */
export function mayTouch(group: Group, viewer: Viewer): boolean {
  return (
    group.public ||
    viewer.roles.some((role) => group.own.includes(role) || (group.others?.roles.includes(role) ?? false))
  );
}

function fieldRules(policy: Policy): IRules {
  const ruleOf = new Map<string, ReturnType<typeof groupRule> | typeof allow>([['open', allow]]);
  for (const [name, group] of Object.entries(policy.groups)) ruleOf.set(name, groupRule(name, group));
  const rules: Record<string, Record<string, unknown>> = {};
  for (const [type, groups] of Object.entries(policy.fields)) {
    const fields: Record<string, unknown> = {};
    for (const [group, names] of Object.entries(groups)) {
      const fieldRule = ruleOf.get(group);
      if (!fieldRule) throw new Error(`${type} names the unknown group ${group}`);
      for (const name of names) fields[name] = fieldRule;
    }
    rules[type] = fields;
  }
  // What the gateway itself calls; the types behind `_entities` carry their own rules.
  rules.Query = { ...rules.Query, _service: allow, _entities: allow };
  rules._Service = { sdl: allow };
  return rules as IRules;
}

function groupRule(name: string, group: Group) {
  return rule(name, { cache: 'contextual' })(
    (_parent, _args, { viewer }: { viewer: Viewer }) => mayTouch(group, viewer) || new HubError('FORBIDDEN'),
  );
}
