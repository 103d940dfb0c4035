import type { Sql } from 'sql-template-tag';
import type { FieldsAsked } from '../subgraph/fields-asked';
import { columnsOf, type Entity } from './columns';

/** By entity: which fields of its type need a column. */
const needs = new Map<unknown, Map<string, readonly string[]>>();

/**
 * Says which fields of its type need a column: where none of them is asked for, it is not read. A column without it always
 * is. Whatever else touches a column that was not read fails, so that a mistake is no wrong answer; copies of a row (`{ ...row }`)
 * do not know, and are for mutations, which read whole rows.
 */
export const NeededFor =
  (...fields: string[]): PropertyDecorator =>
  (prototype, property) => {
    const entity = prototype.constructor;
    needs.set(entity, (needs.get(entity) ?? new Map()).set(String(property), fields));
  };

/** Every entity with such columns, and what needs them. */
export const columnNeeds: ReadonlyMap<unknown, ReadonlyMap<string, readonly string[]>> = needs;

/** Of an operation's context: all that it asks for, if that can be said. */
interface Asking {
  readonly fields: FieldsAsked | null;
}

/** Clients choose what they ask for, and each choice is a statement to prepare: so many of an entity, beside whole rows. */
export const maximumSelections = 32;

interface Selection {
  readonly columns: Sql;
  readonly unread: readonly string[];
}

const selections = new Map<Entity, Selection[]>();
const prototypes = new WeakMap<Sql, object>();
/** The answers of {@link columnsAsked}: the same operations come again and again. */
const answered = new WeakMap<FieldsAsked, Map<Entity, Sql>>();

/** The select list of an entity as {@link columnsOf} gives it, without what none of the fields asked for needs. */
export function columnsAsked({ fields: asked }: Asking, entity: Entity): Sql {
  if (!asked) return columnsOf(entity);
  const known = answered.get(asked) ?? new Map<Entity, Sql>();
  answered.set(asked, known);
  const columns = known.get(entity) ?? select(asked, entity);
  known.set(entity, columns);
  return columns;
}

function select(asked: FieldsAsked, entity: Entity): Sql {
  const unread = [...(needs.get(entity) ?? [])]
    .filter(([, fields]) => !fields.some((field) => asked.has(`${entity.name}.${field}`)))
    .map(([property]) => property);
  if (unread.length === 0) return columnsOf(entity);
  const known = selections.get(entity) ?? [];
  selections.set(entity, known);
  const narrowest = known
    .filter((selection) => selection.unread.every((property) => unread.includes(property)))
    .sort((one, other) => other.unread.length - one.unread.length)[0];
  if (narrowest?.unread.length === unread.length) return narrowest.columns;
  if (known.length >= maximumSelections) return narrowest?.columns ?? columnsOf(entity);
  const columns = columnsOf(entity, 't', unread);
  prototypes.set(columns, throwingFor(entity, unread));
  known.push({ columns, unread });
  return columns;
}

/** Lets rows of such a select list fail where a column is touched that it leaves out. */
export function withUnread<Row extends object>(columns: Sql, rows: Row[]): Row[] {
  const prototype = prototypes.get(columns);
  if (prototype) for (const row of rows) Object.setPrototypeOf(row, prototype);
  return rows;
}

const throwingFor = (entity: Entity, unread: readonly string[]): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      unread.map((property) => [
        property,
        {
          get() {
            throw new Error(`${entity.name}.${property} was not read: no field asked for needs it`);
          },
        },
      ]),
    ),
  );
