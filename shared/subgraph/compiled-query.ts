import { type DocumentNode, type ExecutionArgs, type ExecutionResult, execute, Kind, visit } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** Making code for a document costs half of what reading and checking it has cost, so it must come again first. */
const worthCompiling = 2;

/**
 * Runs one document against one schema: the first time as graphql-js does, from then on by code made for it. The answers are
 * the same, but for the order of fields, and for errors that nobody needs: below an object that has become null.
 */
export class QueryRunner {
  private timesAsked = 0;
  private compiled: CompiledQuery | null = null;

  run(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
    if (++this.timesAsked === worthCompiling) this.compiled = compile(args);
    if (!this.compiled) return execute(args);
    const { rootValue, contextValue, variableValues } = args;
    const answer = this.compiled.query(rootValue, contextValue, variableValues);
    // Values that the schema does not take are refused before anything runs; graphql-js says it in its own words.
    return 'then' in answer || answer.data !== undefined ? answer : execute(args);
  }

  get isCompiled(): boolean {
    return this.compiled !== null;
  }
}

function compile({ schema, document, operationName }: ExecutionArgs): CompiledQuery | null {
  if (!isPlain(document)) return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(compiled) ? compiled : null;
}

/**
 * Whether the code for a document holds nothing that a client has written but names and numbers, and no name that every
 * object of JavaScript knows. Conditions are left to graphql-js too: of a fragment that is spread with one and without,
 * graphql-jit may lose fields.
 */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  const refuse = () => {
    plain = false;
  };
  visit(document, {
    [Kind.STRING]: refuse,
    [Kind.DIRECTIVE]: refuse,
    [Kind.NAME]: ({ value }) => {
      if (value in Object.prototype) plain = false;
    },
  });
  return plain;
}
