import { permissionMatrix } from '../../testkit/permission-matrix';
import { groupOfTable } from '../../testkit/table-groups';
import { cast, levels } from './cast';
import { listedValues, type Table } from './catalog';
import { organizations } from './organizations';
import { personRows } from './people';
import { idFor, prefixOfTable } from './words';

export type Values = Record<string, unknown>;

/** A row to be: what is decided about it; the rest is made up by its table. */
export interface RowPlan {
  readonly table: Table;
  readonly index: number;
  readonly given: Values;
}

/** The rows of every table, parents first. A table that nobody thought of gets some for every owner and level. */
export function planRows(tables: readonly Table[]): RowPlan[] {
  const plans = new Map<string, RowPlan[]>();
  for (const table of tables) {
    const rows = (cast[table.name] ?? byCatalog(plans, tables))(table);
    plans.set(
      table.name,
      rows.map((given, index) => ({ table, index, given: withoutGaps(given) })),
    );
  }
  return [...plans.values()].flat();
}

const byCatalog = (plans: ReadonlyMap<string, RowPlan[]>, tables: readonly Table[]) => (table: Table) => {
  const has = (column: string) => table.columns.some(({ name }) => name === column);
  const owner = table.foreignKeys.find(({ columns }) => columns.includes('organization_id'));
  if (owner) return underParents(table, owner, plans.get(owner.parent) ?? []);
  if (table.name.endsWith('.audit_entry')) return auditEntries();
  if (table.name.endsWith('.audit_head')) {
    return Object.values(organizations).map((id) => ({
      organization_id: id,
      sequence: entriesOf(id).length,
    }));
  }
  if (table.name.endsWith('.sharing_version')) return sharingVersions(table, tables);
  if (has('organization_id')) {
    const open = has('sharing_level') ? (listedValues(table, 'sharing_level') ?? levels) : [null];
    // Every second link is closed where what it links is open, and the other way round.
    const isLink = table.name.endsWith('_link');
    const kept = open.flatMap((level, n) =>
      [0, 1].map((k) => ({ level: isLink && k === 1 ? open[open.length - 1 - n]! : level, k })),
    );
    return Object.entries(organizations).flatMap(([name, id]) =>
      kept.map(({ level }, n) => ({
        organization_id: id,
        ...(level !== null && { sharing_level: level }),
        ...ownId(table, `${name} ${n}`),
      })),
    );
  }
  if (has('person_id')) return personRows().map(({ id }, n) => ({ person_id: id, ...ownId(table, `${n}`) }));
  return [0, 1, 2].map((n) => ownId(table, `${n}`));
};

function underParents(
  table: Table,
  { columns, parentColumns }: Table['foreignKeys'][number],
  parents: readonly RowPlan[],
): Values[] {
  const single = table.primaryKey.every((column) => columns.includes(column));
  const allowed = listedValues(table, 'sharing_level') ?? levels;
  return parents.flatMap(({ given, index }) =>
    (single ? [0] : [0, 1]).map((k) => {
      const shared = Object.fromEntries(columns.map((column, n) => [column, given[parentColumns[n]!]]));
      // A table with levels of its own has rows as wide as their parent, and closed ones.
      const widest = allowed[Math.min(levels.indexOf(`${given.sharing_level}`), allowed.length - 1)];
      return {
        ...ownId(table, `${shared[columns[1]!]} ${k}`),
        ...(!columns.includes('sharing_level') && { sharing_level: index % 2 === 0 ? widest : allowed[0] }),
        ...shared,
      };
    }),
  );
}

function ownId(table: Table, name: string): Values {
  const column = table.columns.find((one) => one.name === 'id');
  if (column?.type !== 'text') return {};
  return { id: idFor(prefixOfTable(table.name), `${schemaOf(table)}${name}`) };
}

// Figures of every subgraph share a prefix; clients of keys are looked for by their plain name.
const schemaOf = ({ name }: Table) => (name.startsWith('members.') ? '' : `${name.split('.')[0]} `);

const entriesOf = (id: string) =>
  [0, 1, 2, 3].map((n) => ({ organization_id: id, sequence: n + 1, id: `${id}:${n + 1}` }));

/** Deeds of one's own and of others, of people of the organisation and of nobody. */
function auditEntries(): Values[] {
  return Object.entries(organizations).flatMap(([name, id]) =>
    entriesOf(id).map((entry, n) => ({
      ...entry,
      person_id: n === 0 ? null : idFor('per', `${name} ${['ORG_ADMIN', 'CASEWORKER', 'VIEWER'][n - 1]}`),
      actor_organization_id: id,
      roles: '',
    })),
  );
}

/** Proposals that change nothing yet, for the groups of the subgraph whose rows have a level that was chosen. */
function sharingVersions(table: Table, tables: readonly Table[]): Values[] {
  const [schema] = table.name.split('.');
  const groups = new Set(
    tables
      .filter(
        ({ name, columns }) =>
          name.startsWith(`${schema}.`) && columns.some((one) => one.name === 'chosen_level'),
      )
      .map(({ name }) => groupOfTable(name)!),
  );
  return Object.entries(organizations).flatMap(([name, id]) =>
    [...groups].map((group) => {
      const { ceiling } = permissionMatrix.get(group)!;
      return {
        organization_id: id,
        ...ownId(table, `${name} ${group}`),
        version: 1,
        state: 'PROPOSED',
        group_name: group,
        level: ceiling,
        cap: ceiling,
        widens: true,
      };
    }),
  );
}

const withoutGaps = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
