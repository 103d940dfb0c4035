import { getMetadataArgsStorage } from 'typeorm';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, databaseUrl } from '../testkit/database';

interface TableColumn {
  readonly name: string;
  readonly nullable: boolean;
}

describe.each(
  subgraphs.flatMap(({ name, entities }) => entities.map((entity) => [name, entity.name, entity] as const)),
)('%s %s', (schema, _name, entity) => {
  it('has the columns of its table, and takes null where the table does', async () => {
    const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity)!;
    const columns = await asAdministrator<TableColumn>(
      `select attname as name, not attnotnull as nullable from pg_attribute
         where attrelid = ($1 || '.' || $2)::regclass and attnum > 0 and not attisdropped
           -- What the database computes, only SQL reads.
           and attgenerated = ''
           -- And this one is for those who set levels: "shared/sharing".
           and attname <> 'chosen_level'`,
      [schema, table.name],
      databaseUrl(),
    );
    expect(table.schema).toBe(schema);
    expect(columnsOf(entity)).toEqual(columns.sort((a, b) => a.name.localeCompare(b.name)));
  });
});

function columnsOf(entity: abstract new () => object): TableColumn[] {
  const ancestors: unknown[] = [];
  for (
    let next: unknown = entity;
    typeof next === 'function' && next.prototype;
    next = Object.getPrototypeOf(next)
  ) {
    ancestors.push(next);
  }
  return getMetadataArgsStorage()
    .columns.filter(({ target }) => ancestors.includes(target))
    .map(({ propertyName, options }) => ({
      name: options.name ?? propertyName,
      nullable: options.nullable ?? false,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
