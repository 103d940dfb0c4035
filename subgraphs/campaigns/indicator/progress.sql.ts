import sql, { type Sql } from 'sql-template-tag';

/** Holds for periods `p` of indicators `i` that are behind their target on a day: `progressOf` says `BEHIND` of them. */
export const isBehindSql = (day: string): Sql => sql`(
  i.measure in ('UNIT', 'PERCENTAGE', 'ORDINAL') and p.starts_on <= ${day}::date
  and case when not i.ascending then p.actual_value > p.target_value
    when p.ends_on < ${day}::date then p.actual_value < p.target_value
    else i.measure = 'UNIT' and p.actual_value < p.target_value
      and p.actual_value * (p.ends_on - p.starts_on + 1) < p.target_value * (${day}::date - p.starts_on) end)`;
