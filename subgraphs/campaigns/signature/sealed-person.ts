import { seal, unseal } from '../../../shared/identity/sealed';
import type { CallKey } from './call-key';

/** What an organisation may know of a person who signed. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly place: string | null;
  readonly comment: string | null;
}

const parts = ['name', 'email', 'place', 'comment'] as const;

/** Each part sealed for the row with this id and for itself: no two can be exchanged. */
export function sealedPerson<Given extends Partial<Person>>(
  key: CallKey,
  row: string,
  given: Given,
): Pick<Given, keyof Person & keyof Given> {
  return each(given, (part, text) => seal(key.contacts, `${row} ${part}`, text));
}

export const openedPerson = (key: CallKey, row: { readonly id: string } & Person): Person =>
  each(row, (part, text) => unseal(key.contacts, `${row.id} ${part}`, text).text);

/** The parts that are given, nulls as they are. */
function each<Given extends Partial<Person>>(
  given: Given,
  change: (part: keyof Person, text: string) => string,
): Pick<Given, keyof Person & keyof Given> {
  const changed = parts.flatMap((part) => {
    const text = given[part];
    return text === undefined ? [] : [[part, text && change(part, text)]];
  });
  return Object.fromEntries(changed);
}
