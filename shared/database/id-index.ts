/**
 * For a migration, where keys begin with the organisation: indexes by which a record is found when only its id is known.
 */
export const createIdIndexes = (schema: string, tables: readonly string[]): string =>
  tables.map((table) => `create index ${table}_id on ${schema}.${table} (id);`).join('\n');

export const dropIdIndexes = (schema: string, tables: readonly string[]): string =>
  tables.map((table) => `drop index ${schema}.${table}_id;`).join('\n');
