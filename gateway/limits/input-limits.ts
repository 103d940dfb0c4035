import type { ASTVisitor, ListValueNode, ObjectValueNode, ValidationContext, ValidationRule } from 'graphql';
import { HubError } from '../../shared/errors';
import type { Limits } from './limits';

type InputLimits = Pick<Limits, 'listItems' | 'inputDepth' | 'inputValues'>;

/** Refuses long lists and deep values that stand in the document itself, also as the default of a variable. */
export function literalLimits({ listItems, inputDepth }: InputLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    let depth = 0;
    const enter = (node: ListValueNode | ObjectValueNode) => {
      depth += 1;
      // The levels around a value that is too deep are not told of as well.
      if (depth === inputDepth + 1) context.reportError(tooDeep(inputDepth));
      if ('values' in node && node.values.length > listItems) context.reportError(tooLong(listItems));
    };
    const leave = () => {
      depth -= 1;
    };
    return { ListValue: { enter, leave }, ObjectValue: { enter, leave } };
  };
}

/**
 * The same for variables, before anybody coerces them: scalars that the gateway does not know take any value, and what
 * is nested too deep would end a walk that calls itself.
 * @throws HubError QUERY_TOO_COMPLEX
 */
export function refuseLargeVariables(
  variables: Record<string, unknown>,
  { listItems, inputDepth, inputValues }: InputLimits,
): void {
  let values = 0;
  const open: { value: object; depth: number }[] = [{ value: variables, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (depth > inputDepth) throw tooDeep(inputDepth);
    if (Array.isArray(value) && value.length > listItems) throw tooLong(listItems);
    const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
    values += inner.length;
    if (values > inputValues) throw tooComplex(`At most ${inputValues} values in variables.`);
    for (const part of inner) {
      if (typeof part === 'object' && part !== null) open.push({ value: part, depth: depth + 1 });
    }
  }
}

const tooDeep = (allowed: number) => tooComplex(`At most ${allowed} levels of lists and objects in a value.`);
const tooLong = (allowed: number) => tooComplex(`At most ${allowed} elements in a list.`);

function tooComplex(detail: string): HubError {
  return new HubError('QUERY_TOO_COMPLEX', detail);
}
