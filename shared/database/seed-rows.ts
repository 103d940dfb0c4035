import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ChildRow } from './rows';

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

/**
 * The same for rows that belong to another row. They take owner and level from their parent as it stands now,
 * which people may have changed; where the parent is gone they are left out.
 */
export async function seedChildren<Row extends ChildRow & { id: string }>(
  manager: EntityManager,
  schema: string,
  entity: EntityTarget<Row>,
  parentTable: string,
  rows: readonly Row[],
): Promise<void> {
  const parents = await manager.query<Parent[]>(
    `select id, organization_id as "organizationId", sharing_level as "sharingLevel" from ${schema}.${parentTable} where id = any($1)`,
    [rows.map(({ subjectId }) => subjectId)],
  );
  const byId = new Map(parents.map(({ id, ...guard }) => [id, guard]));
  const adopted = rows.flatMap((row) => {
    const guard = byId.get(row.subjectId);
    return guard ? [{ ...row, ...guard }] : [];
  });
  await seedRows(manager, schema, entity, adopted);
}

interface Parent {
  readonly id: string;
  readonly organizationId: string;
  readonly sharingLevel: string;
}
