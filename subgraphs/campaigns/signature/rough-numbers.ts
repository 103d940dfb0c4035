/** The beginning of today, in UTC, in SQL: numbers of others change then, and at no other time. */
export const midnight = `date_trunc('day', now() at time zone 'utc') at time zone 'utc'`;

/**
 * A number as others are told it, in SQL: a ten, less than ten off, on a side that follows from the number and from what
 * nobody knows (the least of the people's hashes), so that asking again on the same day tells no more than asking once.
 */
export const roughly = (people: string, secret: string): string =>
  `((${people} + abs(hashtextextended(${secret} || ' ' || ${people}, 0) % 10)) / 10 * 10)`;

/** Whether what is told as `rough` may stand for a number below the smallest that may be told. */
export const mayBeBelow = (smallest: string, rough: string): string => `(${rough} - 9 < ${smallest})`;

/** Whether a part leaves of the whole what may be below it: both are less than ten off. */
export const restMayBeBelow = (smallest: string, whole: string, part: string): string =>
  `(${whole} - ${part} - 18 < ${smallest})`;
