import { HubError } from '../../../shared/errors';
import { keepsDirection } from '../../../shared/language/direction-marks';
import { refuse } from '../../../shared/mutation/user-errors';

const maximumLength = 200;
/** PostgreSQL keeps no null character. */
const isKept = (text: string) => !text.includes('\0');

/** @throws Refusal for a name or identifier that says nothing, too much, or what cannot be kept */
export function shortText(given: string, field: string): string {
  const text = given.trim();
  if (text === '') refuse('REQUIRED', field);
  if (text.length > maximumLength) refuse('TOO_LONG', field);
  if (!isKept(text)) refuse('INVALID', field);
  if (!keepsDirection(text)) refuse('DIRECTION_OVERRIDDEN', field);
  return text;
}

/** @throws HubError INVALID_ARGUMENT for a text that is no such name, and that nothing can therefore bear */
export function requireShortText(given: string, argument: string): string {
  if (given.length > maximumLength || !isKept(given)) {
    throw new HubError(
      'INVALID_ARGUMENT',
      `"${argument}" takes at most ${maximumLength} characters, and no null character`,
    );
  }
  return given;
}
