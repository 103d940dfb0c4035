import sql, { type Sql } from 'sql-template-tag';

/**
 * Holds for rows `t` whose id a statement finds. As an array, which is found first, and then its rows by their ids: a plan
 * serves every value, and for `t.id in (…)` it was one that is good for common words and codes, but reads the whole table,
 * and an index for each of its rows, where few rows are found or none.
 */
export const idAmong = (found: Sql): Sql => sql`t.id = any(array(${found}))`;
