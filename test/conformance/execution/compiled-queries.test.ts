import fc from 'fast-check';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { QueryRunner } from '../../../shared/subgraph/compiled-query';
import { Choices } from '../../canary/documents/choices';
import { anyOperation } from './any-operation';
import { opinions } from './library/opinions';
import { readers } from './library/readers';
import { works } from './library/works';

const runs = Number(process.env.EXECUTION_RUNS ?? 300);

/** What the subgraph makes of it: fields are put in order by the gateway, errors come in that of their arrival. */
const seen = ({ data, errors }: ExecutionResult) => ({
  data: data === undefined ? 'nothing' : JSON.stringify(inOrder(data)),
  errors: (errors ?? []).map(told).sort(),
});

function told(error: GraphQLError): string {
  expect(error).toBeInstanceOf(GraphQLError);
  const { message, path, extensions, originalError } = error;
  // These have other words and no cause, which nobody is told outside.
  const missing = /^Cannot return null for non-nullable field (\w+)/.exec(message)?.[1];
  return JSON.stringify(
    missing ? [missing, path] : [message, path, extensions ?? {}, originalError?.message],
  );
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]): [string, unknown] => [name, inOrder(field)]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isBelowNull(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const step of path) {
    if (value === null) return true;
    value = (value as Record<string, unknown>)[step];
  }
  return false;
}

async function askedAgain(schema: GraphQLSchema, query: string, variableValues: Record<string, unknown>) {
  const document = parse(query);
  const args = { schema, document, variableValues };
  const runner = new QueryRunner();
  const first = seen(await execute(args));
  expect(seen(await runner.run(args))).toEqual(first);
  expect(runner.isCompiled).toBe(false);
  for (let time = 0; time < 10; time++) await runner.run(args);
  const answer = await runner.run(args);
  const again = seen(answer);
  expect(again.data).toBe(first.data);
  expect(again.errors).toEqual(expect.arrayContaining(first.errors));
  // Where an object has become null for one of its fields, graphql-jit tells what else was wrong in it.
  for (const error of answer.errors ?? []) {
    if (!first.errors.includes(told(error))) expect(isBelowNull(answer.data, error.path!)).toBe(true);
  }
  return { isCompiled: runner.isCompiled, ...again };
}

test('any operation that was compiled has the same answer as from graphql-js', async () => {
  const asked = { compiled: 0, left: 0, failing: 0, long: 0 };
  const choices = fc.array(fc.nat({ max: 999 }), { minLength: 40, maxLength: 150, size: 'max' });
  const property = fc.asyncProperty(choices, async (numbers) => {
    for (const { schema } of [readers, works, opinions]) {
      const { query, variables } = anyOperation(schema, new Choices(numbers), ['']);
      if (validate(schema, parse(query)).length > 0) continue;
      const { isCompiled, data, errors } = await askedAgain(schema, query, variables);
      if (!isCompiled) asked.left++;
      else {
        asked.compiled++;
        if (errors.length > 0) asked.failing++;
        if (data.length > 100) asked.long++;
      }
    }
  });
  await fc.assert(property, { numRuns: runs, seed: 7, endOnFailure: true });
  for (const count of Object.values(asked)) expect(count).toBeGreaterThan(runs / 20);
});

test('entities by their representations, of which some fail', async () => {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ... on Reader { name rank address { street } } }
  }`;
  const representations = ['r1', 'r2', 'r3', 'r7'].map((id) => ({ __typename: 'Reader', id }));
  const { isCompiled, errors } = await askedAgain(readers.schema, query, { representations });
  expect(isCompiled).toBe(true);
  expect(errors.length).toBeGreaterThan(0);
});

test('conditions are left to graphql-js', async () => {
  const query = `query ($no: Boolean!) { readers { ...F @include(if: $no) ...F } } fragment F on Reader { name rank }`;
  expect(await askedAgain(readers.schema, query, { no: false })).toMatchObject({ isCompiled: false });
});

test.each([
  ['a text that a client has written', '{ reader(id: "r1") { name } }', {}],
  ['the name of what every object has', '{ readers(first: 1) { __proto__: name } }', {}],
])('%s is not made into code', async (_, query, variables) => {
  expect(validate(readers.schema, parse(query))).toEqual([]);
  expect(await askedAgain(readers.schema, query, variables)).toMatchObject({ isCompiled: false, errors: [] });
});

test('values that the schema does not take are refused in the words of graphql-js', async () => {
  const query = 'query ($first: Int!) { readers(first: $first) { name } }';
  for (const first of ['many', null, 1.5]) {
    const { isCompiled, data, errors } = await askedAgain(readers.schema, query, { first });
    expect([isCompiled, data, errors.length]).toEqual([true, 'nothing', 1]);
  }
});
