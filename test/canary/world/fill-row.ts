import { groupOfTable } from '../../testkit/table-groups';
import { type Column, isChecked, listedValues, type Table } from './catalog';
import { nameOfOrganization } from './organizations';
import type { RowPlan, Values } from './row-plans';
import type { Unique } from './unique';
import { isTypeId, pointedAt, prefixOf, vocabulary } from './words';

/** What a world's rows can point at, and what real rows look like. */
export interface Surroundings {
  /** Ids of planted rows by prefix, each with its owner. */
  readonly ids: ReadonlyMap<string, readonly PlantedId[]>;
  /** Rows of the seeded table, fullest first: what codes and documents a column holds. */
  readonly samples: ReadonlyMap<string, readonly Values[]>;
  /** Those that rows are made after. */
  readonly fullest: ReadonlyMap<string, readonly Values[]>;
}

export interface PlantedId {
  readonly id: string;
  readonly owner: unknown;
  readonly schema: string;
}

/** A whole row: every text is a canary, every number and day its own, where the table's checks allow. */
export function fillRow({ table, index, given }: RowPlan, around: Surroundings, unique: Unique): Values {
  const full = around.fullest.get(table.name) ?? [];
  const sample = full[index % Math.max(1, full.length)] ?? {};
  const row: Values = {};
  for (const column of table.columns) {
    const { name } = column;
    if (name in given) row[name] = given[name];
    else {
      const value = made(column, sample[name] ?? null, { table, index, given }, around, unique);
      if (value !== undefined) row[name] = value;
    }
  }
  return row;
}

function made(column: Column, sample: unknown, plan: RowPlan, around: Surroundings, unique: Unique): unknown {
  const { table, index } = plan;
  const { name, type } = column;
  const listed = listedValues(table, name);
  const canary = (suffix = name) => canaryOf(plan, suffix);
  if (name === 'chosen_level') return null;
  if (listed) return sample ?? (column.needed || column.hasDefault ? listed[index % listed.length] : null);
  if (name === 'token') return tokenOf(plan);
  // A list that is empty where nobody gives one.
  if (type === 'jsonb' && sample === null && column.hasDefault) return undefined;
  if (type === 'jsonb') {
    const shape =
      sample ?? (around.samples.get(table.name) ?? []).map((row) => row[name]).find((one) => one !== null);
    return document(shape ?? null, canary, unique);
  }
  const prefix = pointerPrefix(table, name, sample, around);
  if (prefix) {
    const found = pointers(prefix, plan, around, type === 'text[]' ? 2 : 1, column);
    return type === 'text[]' ? found : (found[0] ?? null);
  }
  if (isChecked(table, name)) return sample ?? (column.needed ? leastChecked(type, index) : undefined);
  return madeByType(column, sample, plan, around, unique);
}

function madeByType(
  column: Column,
  sample: unknown,
  plan: RowPlan,
  around: Surroundings,
  unique: Unique,
): unknown {
  const { name, type, needed, hasDefault } = column;
  const canary = canaryOf(plan, name);
  const { index } = plan;
  if (type === 'text') {
    return codeOf(plan, name, sample, around) ?? canary;
  }
  if (type === 'text[]') return [canary];
  if (type === 'double precision' || type === 'numeric') return unique.number();
  if (type === 'integer' || type === 'bigint') return name === 'position' ? index % 10 : unique.number();
  if (type === 'date') return unique.day();
  if (type.startsWith('timestamp')) {
    return needed || (hasDefault && !/expires|effective/.test(name)) ? unique.moment() : undefined;
  }
  if (type === 'boolean') return sample ?? (needed ? false : undefined);
  if (type === 'bytea') return `\\x${index.toString(16).padStart(4, '0')}`;
  if (type === 'uuid') return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return needed ? canary : undefined;
}

const leastChecked = (type: string, index: number) =>
  type === 'integer' ? 11 + index : type === 'date' ? '2020-01-01' : 'x';

export function canaryOf({ table, index, given }: RowPlan, field: string): string {
  const group = groupOfTable(table.name) ?? 'closed';
  const [schema, noun] = table.name.split('.') as [string, string];
  return `CANARY_${nameOfOrganization(given.organization_id as string)}_${group}_${schema}${noun.replaceAll('_', '')}${index}_${field}`;
}

/** The one word by which a search finds the parent of a row of a search table, and a word that many have. */
function tokenOf({ table, index, given }: RowPlan): string {
  const own = `canary${nameOfOrganization(given.organization_id as string)}${table.name.replace(/[._]/g, '')}${index >> 1}`;
  return index % 2 === 0 ? own : 'canary';
}

/** Translations in both languages; of other documents the shape stays, and their codes. */
function document(sample: unknown, canary: (suffix?: string) => string, unique: Unique): unknown {
  if (sample === null) return translations(canary);
  if (Array.isArray(sample)) return sample.slice(0, 2).map((one) => document(one, canary, unique));
  if (typeof sample === 'number') return unique.number();
  if (typeof sample === 'string') return wordOr(sample, canary, unique);
  if (typeof sample !== 'object') return sample;
  if ('en' in (sample as object) || 'ar' in (sample as object)) return translations(canary);
  return Object.fromEntries(
    Object.entries(sample as Values).map(([key, value]) => [key, document(value, () => canary(key), unique)]),
  );
}

/** Codes and names of states stay as they are. */
function wordOr(text: string, canary: () => string, unique: Unique): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return unique.day();
  return vocabulary.has(text) || /^[A-Z_]+$/.test(text) ? text : canary();
}

const translations = (canary: (suffix?: string) => string) => ({
  ar: `${canary()}_ar`,
  en: `${canary()}_en`,
});

/** What the column of a real row points at; where none is set, those of other rows say. */
function pointerPrefix(
  { name: table }: Table,
  column: string,
  sample: unknown,
  { samples }: Surroundings,
): string | null {
  const others = sample === null ? (samples.get(table) ?? []).map((row) => row[column]) : [];
  const shown = [sample, ...others].flat().filter((value) => typeof value === 'string');
  const id = shown.find(isTypeId);
  return id ? prefixOf(id) : shown.length > 0 ? null : pointedAt(table, column);
}

/** Rows of the own organisation and, every second time, of any; each once where the column is part of the key. */
function pointers(
  prefix: string,
  { table, index, given }: RowPlan,
  around: Surroundings,
  count: number,
  { name }: Column,
): string[] {
  const [schema] = table.name.split('.');
  const every = around.ids.get(prefix) ?? [];
  const isKey = table.primaryKey.includes(name);
  const here = every.filter((one) => one.schema === schema);
  // A key that points at another's row stands beside one's own; a check says that these differ.
  const all = (isKey && here.length > 0 ? here : every).filter(
    ({ id }) => !(isChecked(table, name) && id === given.organization_id),
  );
  const own = all.filter(({ owner }) => owner === given.organization_id);
  const from = (isKey ? own.length > 4 : index % 2 === 0 && own.length > 0) ? own : all;
  const start = isKey ? index : index * 7 + Math.floor(index / 10) * 3 + schema!.length;
  return Array.from(
    { length: Math.min(count, from.length) },
    (_, n) => from[(start + n * 3) % from.length]!.id,
  );
}

/** A code of a vocabulary where rows hold one in the column: kinds, countries, costs. Tables without rows do as those most like them. */
function codeOf(
  { table, index }: RowPlan,
  name: string,
  sample: unknown,
  { samples }: Surroundings,
): string | null {
  // A handle may happen to be a code as well: a column of codes holds little else.
  const codesIn = (rows: readonly Values[]) => {
    const held = rows.map((row) => row[name]).filter((value) => typeof value === 'string');
    const codes = held.filter((code) => vocabulary.has(code));
    return codes.length * 2 > held.length ? codes : [];
  };
  const [schema] = table.name.split('.');
  const names = new Set(table.columns.map((column) => column.name));
  const likeness = (rows: readonly Values[]) =>
    Object.keys(rows[0] ?? {}).filter((column) => names.has(column)).length;
  const own = samples.get(table.name) ?? [];
  const nearest = [...samples]
    .filter(([other, rows]) => other.startsWith(`${schema}.`) && codesIn(rows).length > 0)
    .sort(([, one], [, other]) => likeness(other) - likeness(one))[0]?.[1];
  const codes = codesIn(own.length > 0 ? own : (nearest ?? []));
  if (codes.length > 0 && typeof sample === 'string') return sample;
  return codes[index % Math.max(1, codes.length)] ?? null;
}
