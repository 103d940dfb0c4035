import { auc } from '../timing/auc';

test.each([
  [[1, 2, 3], [4, 5, 6], 0],
  [[4, 5, 6], [1, 2, 3], 1],
  [[1, 2], [1, 2], 0.5],
  [[1, 3], [2, 4], 0.25],
  [[7, 7, 7], [7, 7], 0.5],
])('of %j against %j the AUC is %d', (first, second, value) => {
  expect(auc(first, second)).toBe(value);
});
