import { refuse } from '../../../shared/mutation/user-errors';

const maximumLength = 200;

/** @throws Refusal for a name or identifier that says nothing, or too much */
export function shortText(given: string, field: string): string {
  const text = given.trim();
  if (text === '') refuse('REQUIRED', field);
  if (text.length > maximumLength) refuse('TOO_LONG', field);
  return text;
}
