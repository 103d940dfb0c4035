import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  type ASTVisitor,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { HubError } from '../../shared/errors';
import { literalLimits } from './input-limits';
import type { Limits } from './limits';

/** Validation rules that refuse a document before it is planned: cheap to check, dear to run. */
export function queryLimits(limits: Limits): ValidationRule[] {
  const refusing = (what: string, allowed: number) => ({
    n: allowed,
    // The packages would throw, and Apollo Server answers whatever a rule throws with "internal error".
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null) => context?.reportError(tooComplex(`At most ${allowed} ${what}.`)),
    ],
  });
  // The packages type their rules as visitors of one kind of node, which is narrower than a validation rule.
  return [
    maxDepthRule({ ...refusing('levels of fields', limits.depth), flattenFragments: true }),
    // By default whatever is called or renamed to `__typename` is free.
    maxAliasesRule({ ...refusing('aliases', limits.aliases), allowList: [] }),
    maxRootFields(limits.rootFields),
    literalLimits(limits),
  ] as ValidationRule[];
}

function maxRootFields(allowed: number): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    // Remembered per fragment: fragments that spread each other twice would take exponential time.
    const counted = new Map<string, number>();
    const count = (set: SelectionSetNode): number =>
      set.selections.reduce((sum, selection) => {
        if (selection.kind === Kind.FIELD) return sum + 1;
        if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
        return sum + countFragment(selection.name.value);
      }, 0);
    const countFragment = (name: string): number => {
      const fields = counted.get(name);
      if (fields !== undefined) return fields;
      counted.set(name, 0);
      const fragment = context.getFragment(name);
      const total = fragment ? count(fragment.selectionSet) : 0;
      counted.set(name, total);
      return total;
    };
    return {
      OperationDefinition: {
        enter(operation) {
          if (count(operation.selectionSet) > allowed) {
            context.reportError(tooComplex(`At most ${allowed} root fields.`));
          }
        },
      },
    };
  };
}

function tooComplex(detail: string): HubError {
  return new HubError('QUERY_TOO_COMPLEX', detail);
}
