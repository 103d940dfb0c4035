import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Inserts the rows that were never seeded before. What was seeded once belongs to the people who use the hub:
 * a row they edited is not overwritten, a row they deleted does not come back.
 */
export async function seedRows<Row extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  schema: string,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const known = await manager.query<{ id: string }[]>(
    `select id from ${schema}.seed_row where id = any($1)`,
    [rows.map(({ id }) => id)],
  );
  const seeded = new Set(known.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => !seeded.has(id));
  if (fresh.length === 0) return fresh;
  await manager.insert(entity, fresh as never);
  await manager.query(`insert into ${schema}.seed_row select unnest($1::text[])`, [
    fresh.map(({ id }) => id),
  ]);
  return fresh;
}
