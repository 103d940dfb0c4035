import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type PlainObject, read } from './plain-object';
import type { Conditions } from './plan/step';

const conditional = new Set(['skip', 'include']);

/** Reads the variables that `@skip` and `@include` ask about. */
export type ReadConditions = (variables: PlainObject) => Conditions;

/** @param document holds this operation and its fragments alone */
export function conditionsOf(document: DocumentNode, operation: OperationDefinitionNode): ReadConditions {
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined,
    ]),
  );
  const names = variablesAskedAbout(document);
  return (variables) => {
    if (names.length === 0) return none;
    return Object.fromEntries(names.map((name) => [name, heldBy(name, variables, defaults.get(name))]));
  };
}

const none: Conditions = {};

function heldBy(name: string, variables: PlainObject, byDefault: boolean | undefined): boolean {
  const value = read(variables, name) ?? (Object.hasOwn(variables, name) ? undefined : byDefault);
  if (typeof value === 'boolean') return value;
  // A variable with a default may be null, where it is used may not.
  throw new GraphQLError(`Variable "$${name}" must not be null.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function variablesAskedAbout(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const asked = conditional.has(directive.name.value) && conditionOf(directive);
      if (asked && asked.kind === Kind.VARIABLE) names.add(asked.name.value);
    },
  });
  return [...names].sort();
}

/** Whether something with these directives is part of the operation. */
export function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Conditions,
): boolean {
  if (!directives) return true;
  return directives.every((directive) => {
    const { value: name } = directive.name;
    if (!conditional.has(name)) return true;
    const condition = conditionOf(directive);
    const holds =
      condition?.kind === Kind.VARIABLE
        ? conditions[condition.name.value] === true
        : condition?.kind === Kind.BOOLEAN && condition.value;
    return name === 'skip' ? !holds : holds;
  });
}

const conditionOf = (directive: DirectiveNode) =>
  directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
