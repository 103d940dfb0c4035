/** How many targets each of the 17 goals has: those with numbers, and those with letters (means of implementation). */
const targetsOfGoals: readonly (readonly [numbered: number, lettered: number])[] = [
  ...([
    [5, 2],
    [5, 3],
    [9, 4],
    [7, 3],
    [6, 3],
    [6, 2],
  ] as const),
  ...([
    [3, 2],
    [10, 2],
    [5, 3],
    [7, 3],
    [7, 3],
    [8, 3],
  ] as const),
  ...([
    [3, 2],
    [7, 3],
    [9, 3],
    [10, 2],
    [19, 0],
  ] as const),
];

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** The targets of the United Nations' resolution A/RES/70/1, in its order, each with the number of its goal. */
export const sdgTargets: readonly { readonly code: string; readonly goal: number }[] = targetsOfGoals.flatMap(
  ([numbered, lettered], n) => {
    const goal = n + 1;
    const codes = [...upTo(numbered).map((one) => one + 1), ...upTo(lettered).map((one) => 'abcd'[one])];
    return codes.map((one) => ({ code: `${goal}.${one}`, goal }));
  },
);
