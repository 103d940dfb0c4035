import sql, { raw, type Sql } from 'sql-template-tag';
import { getMetadataArgsStorage } from 'typeorm';

type Entity = abstract new () => object;

/** The select list of an entity, from its `@Column` decorators: `t.organization_id as "organizationId", …`. */
export function columnsOf(entity: Entity, alias = 't'): Sql {
  const known = cache.get(entity) ?? columnNames(entity);
  cache.set(entity, known);
  return raw(known.map(([property, column]) => `${alias}.${column} as "${property}"`).join(', '));
}

/** `schema.table` of an entity, from its `@Entity` decorator. */
export function tableOf(entity: Entity): Sql {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  if (!table?.schema || !table.name) throw new Error(`${entity.name} names no schema and table`);
  return sql`${raw(`${table.schema}.${table.name}`)}`;
}

const cache = new Map<Entity, [property: string, column: string][]>();

function columnNames(entity: Entity): [string, string][] {
  const all = getMetadataArgsStorage().columns;
  return ancestry(entity).flatMap((target) =>
    all
      .filter((column) => column.target === target)
      .map(({ propertyName, options }): [string, string] => [propertyName, options.name ?? propertyName]),
  );
}

/** The class and what it extends, the root first. */
function ancestry(entity: unknown): unknown[] {
  return typeof entity === 'function' && entity.prototype
    ? [...ancestry(Object.getPrototypeOf(entity)), entity]
    : [];
}
