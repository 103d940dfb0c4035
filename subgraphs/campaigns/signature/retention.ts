/** So long after the last day of a call to action the contacts of those who signed are kept; then they are erased. */
export const retentionMonths = 6;
