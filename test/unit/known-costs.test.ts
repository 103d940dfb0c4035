import { type OperationDefinitionNode, parse } from 'graphql';
import { knownCosts } from '../../gateway/limits/known-costs';
import { operationCost } from '../../gateway/limits/operation-cost';
import { clientSchema as schema } from '../testkit/schema-arguments';

const document = parse(`query ($first: Int = 5, $more: Boolean = false, $text: String) {
  organizations(first: $first, filter: { text: $text }) { nodes { id slug @include(if: $more) } }
}`);
const operation = document.definitions[0] as OperationDefinitionNode;

test('a cost that is remembered is the cost that would be counted', () => {
  const costOf = knownCosts();
  const costs = [
    {},
    { first: 5 },
    { first: 7 },
    { more: true },
    { first: 7, more: true },
    { first: 7, more: true, text: 'a' },
    { first: 7, more: true, text: 'b' },
    { text: null },
  ].flatMap((variables) => {
    const asked = { schema, document, operation, variables };
    const counted = operationCost(asked);
    expect([costOf(asked), costOf(asked)]).toEqual([counted, counted]);
    return counted;
  });
  expect(new Set(costs).size).toBe(4);
});

test('what does not fit is refused however often it is asked', () => {
  const costOf = knownCosts();
  const asked = (id: string | null) => {
    const required = parse('query ($id: ID = "org_1") { organization(id: $id) { id } }');
    return { schema, document: required, operation: required.definitions[0] as never, variables: { id } };
  };
  const good = asked('org_2');
  costOf(good);
  expect(() => costOf({ ...good, variables: { id: null } })).toThrow();
  expect(() => costOf({ ...good, variables: { id: null } })).toThrow();
});
