/** Of what others count, no smaller number is told but zero: what no organisation's threshold goes below. */
export const smallestShown = 11;
