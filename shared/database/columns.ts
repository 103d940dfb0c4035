import sql, { raw, type Sql } from 'sql-template-tag';
import { getMetadataArgsStorage } from 'typeorm';

export type Entity<Row extends object = object> = abstract new () => Row;

/** The select list of an entity, from its `@Column` decorators: `t.organization_id as "organizationId", …`. */
export function columnsOf(entity: Entity, alias = 't', without: readonly string[] = []): Sql {
  const columns = entityColumns(entity).filter(({ property }) => !without.includes(property));
  return raw(columns.map(({ property, column }) => `${alias}.${column} as "${property}"`).join(', '));
}

/** `schema.table` of an entity, from its `@Entity` decorator. */
export function tableOf(entity: Entity): Sql {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  if (!table?.schema || !table.name) throw new Error(`${entity.name} names no schema and table`);
  return sql`${raw(`${table.schema}.${table.name}`)}`;
}

interface EntityColumn {
  readonly property: string;
  readonly column: string;
  readonly isJson: boolean;
}

const cache = new Map<Entity, readonly EntityColumn[]>();

/** The columns of an entity, those of the classes it extends first. */
export function entityColumns(entity: Entity): readonly EntityColumn[] {
  let known = cache.get(entity);
  if (!known) {
    const all = getMetadataArgsStorage().columns;
    known = ancestry(entity).flatMap((target) =>
      all
        .filter((column) => column.target === target)
        .map(({ propertyName, options }) => ({
          property: propertyName,
          column: options.name ?? propertyName,
          isJson: options.type === 'jsonb',
        })),
    );
    cache.set(entity, known);
  }
  return known;
}

/** The class and what it extends, the root first. */
function ancestry(entity: unknown): unknown[] {
  return typeof entity === 'function' && entity.prototype
    ? [...ancestry(Object.getPrototypeOf(entity)), entity]
    : [];
}
