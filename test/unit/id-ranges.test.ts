import { withRanges } from '../../shared/audit/id-ranges';

it.each([
  [[], []],
  [
    ['cmp_b', 'cmp_a'],
    ['cmp_a', 'cmp_b'],
  ],
  [['org_a:7'], ['org_a:7']],
  [['org_a:10', 'org_a:9', 'org_a:8'], ['org_a:8..10']],
  [
    ['org_a:1', 'org_a:3', 'org_a:2', 'org_a:5'],
    ['org_a:1..3', 'org_a:5'],
  ],
  [
    ['org_b:2', 'org_a:1', 'org_b:1'],
    ['org_b:1..2', 'org_a:1'],
  ],
  [
    ['org_a:1', 'cmp_a', 'org_a:x'],
    ['cmp_a', 'org_a:x', 'org_a:1'],
  ],
])('writes %p as %p', (ids, ranges) => {
  expect(withRanges(ids)).toEqual(ranges);
});

it('writes a hundred entries in a row as one range', () => {
  const ids = Array.from({ length: 100 }, (_, index) => `org_a:${index + 1}`);
  expect(withRanges(ids)).toEqual(['org_a:1..100']);
});
