/** Mutants that behave as the hub does, with the reason; nothing could notice them. */
const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /shield ignores (what an agreement is about|that an agreement is needed)$/,
    'whoever reads rows of others under an agreement reads those of their own organisation without: shield lets them touch the field either way, and the rows are asked',
  ],
];

export const equivalent = (what: string): boolean => reasons.some(([pattern]) => pattern.test(what));
