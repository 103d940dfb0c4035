const staleAfterDays = 7;

/** Whether what was imported was read so long ago that its source may say something else by now. */
export const isStale = (asOf: Date | null): boolean =>
  asOf !== null && Date.now() - asOf.getTime() > staleAfterDays * 86_400_000;

export const staleField = {
  description: `Whether its source was last read more than ${staleAfterDays} days ago; false for what people entered here.`,
};
