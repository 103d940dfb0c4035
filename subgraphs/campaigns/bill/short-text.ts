import { HubError } from '../../../shared/errors';

/** Characters of an identifier, a session or a subject. */
export const longestName = 200;

/** @throws HubError INVALID_ARGUMENT for a text that is no such name, and that nothing can therefore bear */
export function requireShortText(given: string, argument: string): string {
  // PostgreSQL takes no null character.
  if (given.length > longestName || given.includes('\0')) {
    throw new HubError(
      'INVALID_ARGUMENT',
      `"${argument}" takes at most ${longestName} characters, and no null character`,
    );
  }
  return given;
}
