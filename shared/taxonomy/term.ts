import { HubError } from '../errors';
import type { Translations } from '../language/localized-text';
import { sdgTargets } from './sdg-targets';
import terms from './terms.json';

/** A word of a shared vocabulary: reference data without an owner, the same in every subgraph, kept in `terms.json`. */
export interface TermRecord {
  readonly list: string;
  readonly code: string;
  readonly label: Translations;
  readonly details: Translations | null;
  readonly note: Translations | null;
  readonly sources: readonly SourceRecord[];
  readonly raw: RawTerm;
}

/** Where a fact is written: a document of the list `sourceDocuments` and its 1-based lines. */
export interface SourceRecord {
  readonly document: string;
  readonly lines: readonly number[];
}

interface RawTerm {
  readonly code: string;
  readonly ar: string;
  readonly en: string;
  readonly details?: Translations;
  readonly note?: Translations;
  readonly source: readonly SourceRecord[];
  readonly goal?: number;
  readonly kind?: string;
  readonly country?: string | null;
  readonly parent?: string | null;
  readonly year?: number | null;
  readonly area?: string;
  readonly period?: { readonly start: string; readonly end: string } | null;
}

const written = terms as unknown as Record<string, RawTerm[]>;

/** All that the United Nations have set, also those that no programme here names: of these only the number is said. */
const everySdgTarget = sdgTargets.map(
  ({ code, goal }) =>
    written.sdgTargets!.find((target) => target.code === code) ?? {
      code,
      goal,
      ar: `الغاية ${code} من أهداف التنمية المستدامة`,
      en: `Target ${code} of the Sustainable Development Goals`,
      source: [],
    },
);

const lists = new Map(
  Object.entries({ ...written, sdgTargets: everySdgTarget }).map(([list, entries]) => [
    list,
    new Map(entries.map((raw) => [raw.code, toTerm(list, raw)])),
  ]),
);

export const taxonomyLists: readonly string[] = [...lists.keys()];

/** The term of a stored code. Codes are checked when rows are written, so a missing one is a fault of ours. */
export function term(list: string, code: string): TermRecord {
  const found = lists.get(list)?.get(code);
  if (!found) throw new Error(`no term ${code} in ${list}`);
  return found;
}

export const termOrNull = (list: string, code: string | null) => (code === null ? null : term(list, code));

export const termsOf = (list: string, codes: readonly string[]) => codes.map((code) => term(list, code));

/** All terms of one list, in the order of the list. */
export const allTerms = (list: string): readonly TermRecord[] => [...(lists.get(list)?.values() ?? [])];

export const hasCode = (list: string, code: string): boolean => lists.get(list)?.has(code) ?? false;

/** @throws HubError UNKNOWN_CODE when a client's code is not in the list. */
export function requireCode(list: string, code: string): string {
  if (!hasCode(list, code)) throw new HubError('UNKNOWN_CODE', `see taxonomy(list: "${list}") for the codes`);
  return code;
}

/** The place and every place inside it. */
export function placesWithin(code: string): string[] {
  const inside = allTerms('places').filter(({ raw }) => raw.parent === code);
  return [code, ...inside.flatMap((place) => placesWithin(place.code))];
}

function toTerm(list: string, raw: RawTerm): TermRecord {
  return {
    list,
    code: raw.code,
    label: { ar: raw.ar, en: raw.en },
    details: raw.details ?? null,
    note: raw.note ?? null,
    sources: raw.source,
    raw,
  };
}
