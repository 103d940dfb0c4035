/**
 * A number as others are told it, in SQL: a ten, less than ten off, on a side that follows from the number and from what
 * nobody knows (the least of the people's hashes). So whoever adds or withdraws a signature, in whatever name, cannot tell
 * from the next number whether it counted, and asking every day tells no more than asking once.
 */
export const roughly = (people: string, secret: string): string =>
  `((${people} + abs(hashtextextended(${secret} || ' ' || ${people}, 0) % 10)) / 10 * 10)`;

/** Whether what is told as `rough` may stand for a number below the smallest that may be told. */
export const mayBeBelow = (smallest: string, rough: string): string => `(${rough} - 9 < ${smallest})`;
