import { createHash } from 'node:crypto';
import { idPrefixes } from '../../../shared/schema/type-id';
import terms from '../../../shared/taxonomy/terms.json';

/** Codes of the vocabularies and their names: reference data, which tells of nobody. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...Object.keys(terms),
  ...Object.values(terms as unknown as Record<string, { code: string }[]>).flatMap((list) =>
    list.map(({ code }) => code),
  ),
]);

export const codesOf = (list: string): string[] =>
  ((terms as unknown as Record<string, { code: string }[]>)[list] ?? []).map(({ code }) => code);

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id like the hub's own, the same in every run for the same name. */
export function idFor(prefix: string, name: string): string {
  const bytes = createHash('sha256').update(`${prefix} ${name}`).digest();
  const suffix = [...bytes.subarray(0, 26)].map((byte, n) => digits[n === 0 ? byte % 8 : byte % 32]);
  return `${prefix}_${suffix.join('')}`;
}

export const isTypeId = (text: string): boolean => /^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text);

export const prefixOf = (id: string): string => id.slice(0, 3);

/** The prefix of the ids of a table's rows, by its noun; one that is new gets its first letters. */
export function prefixOfTable(table: string): string {
  const noun = table
    .split('.')[1]!
    .split('_')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
  const kinds = Object.entries(idPrefixes);
  const found =
    kinds.find(([kind]) => kind === noun) ??
    kinds.find(([kind]) => kind.startsWith(noun) || kind.endsWith(noun));
  return found?.[1] ?? noun.slice(0, 3).toLowerCase();
}

/** What columns point at where no seeded row shows it: people sign and decide, organisations are partners and venues. */
export function pointedAt(table: string, column: string): string | null {
  if (/^person_id$|_by$/.test(column)) return 'per';
  if (
    /organization_id$|organization$|^(partner|venue|credited|co_organizer)_id$|^stakeholder_ids$/.test(column)
  )
    return 'org';
  if (column === 'parent_id') return prefixOfTable(table);
  const noun = /^(\w+?)_ids?$/.exec(column)?.[1];
  const nouns: Readonly<Record<string, string>> = { client: 'cli', tool_key: 'key', recovery: 'rcv' };
  const kind = Object.entries(idPrefixes).find(
    ([name]) => name.toLowerCase() === noun || name === `Reported${noun}`,
  );
  return (noun && nouns[noun]) ?? kind?.[1] ?? null;
}

/** The noun of the tables behind a type: `StoryProfile` is `story_profile`, `ReportedFigure` is `figure`. */
export function tableOfType(type: string, tables: readonly { readonly name: string }[]): string | undefined {
  const noun = type.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  const nouns = tables.map(({ name }) => name.split('.')[1]!);
  return nouns.find((known) => known === noun) ?? nouns.find((known) => noun.endsWith(`_${known}`));
}
