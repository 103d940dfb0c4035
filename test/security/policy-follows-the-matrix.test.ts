import { subgraphs } from '../../subgraphs/registry';
import { permissionMatrix } from '../testkit/permission-matrix';
import { documentComplaints, levelComplaints, placementComplaints } from '../testkit/policy-document-check';

it('reads the whole matrix', () => {
  expect(permissionMatrix.size).toBe(48);
});

describe.each(
  subgraphs.map((subgraph) => [subgraph.name, subgraph] as const),
)('the policy of %s', (name, definition) => {
  const { policy } = definition;

  it('says of every group what the matrix says: cells, levels, second factor, logged reading', () => {
    expect(Object.keys(policy.groups).length).toBeGreaterThan(5);
    expect(documentComplaints(policy)).toEqual([]);
  });

  it('has every field under the right that the book of fields names', () => {
    expect(placementComplaints(definition, policy)).toEqual([]);
  });

  it('lets levels be set by what the book of rights names', () => {
    expect(levelComplaints(name, policy)).toEqual([]);
  });
});
