import type { Pool } from 'pg';
import type { Sql } from 'sql-template-tag';
import { databaseFault } from './database-fault';
import type { StatementObserver } from './session';

/** One statement in a transaction of its own, at once and for good. */
export async function runApart<Row extends object>(
  pool: Pool,
  observe: StatementObserver,
  statement: Sql,
): Promise<Row[]> {
  observe('query', statement.text, statement.values);
  try {
    const { rows } = await pool.query(statement.text, statement.values as unknown[]);
    return rows as Row[];
  } catch (error) {
    throw databaseFault(error);
  }
}
