import { keepsDirection } from '../language/direction-marks';
import { canonicalTag } from '../language/translation-input';
import { type IdKind, isId } from '../schema/type-id';
import { hasCode } from '../taxonomy/term';
import { refuse } from './user-errors';

/** @throws Refusal UNKNOWN_CODE where the vocabulary has no such code */
export function givenCode(list: string, code: string, field: string): string {
  if (!hasCode(list, code)) refuse('UNKNOWN_CODE', field);
  return code;
}

/** Each once, in the order given. */
export const givenCodes = (list: string, codes: readonly string[], field: string): string[] =>
  each(codes).map((code) => givenCode(list, code, field));

/** Whether there are such records is for their own subgraph to say: a pointer at nothing shows as nothing. */
export function givenIds(kind: IdKind, ids: readonly string[], field: string): string[] {
  if (!ids.every((id) => isId(kind, id))) refuse('INVALID', field);
  return each(ids);
}

/** A line of text, without the spaces around it. */
export function givenLine(text: string, field: string, maximum: number): string {
  const line = text.trim();
  if (line === '') refuse('REQUIRED', field);
  if (line.length > maximum) refuse('TOO_LONG', field);
  // PostgreSQL keeps no null character.
  if (line.includes('\0')) refuse('INVALID', field);
  if (!keepsDirection(line)) refuse('DIRECTION_OVERRIDDEN', field);
  return line;
}

const longestUrl = 2000;

/**
 * @throws Refusal for what is no `http` or `https` URL, since others may run something where somebody follows them, and for
 *   one with a name or a password in it
 */
export function givenUrl(text: string, field: string): string {
  const line = givenLine(text, field, longestUrl);
  if (!URL.canParse(line)) refuse('INVALID', field);
  const { protocol, username, password, href } = new URL(line);
  if (!/^https?:$/.test(protocol) || username + password !== '') refuse('INVALID', field);
  return href;
}

/** @throws Refusal for what is no BCP 47 tag of a language */
export const givenTag = (tag: string, field: string): string => canonicalTag(tag) ?? refuse('INVALID', field);

/** @throws Refusal for a day that the calendar in use does not count well: years have four digits, from 1000 */
export function givenDay(day: string, field: string): string {
  if (!/^[1-9]\d{3}-/.test(day)) refuse('INVALID', field);
  return day;
}

const each = (values: readonly string[]): string[] => [...new Set(values)];
