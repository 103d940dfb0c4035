import sql, { join, raw, type Sql } from 'sql-template-tag';
import { committeeCodes, decisiveCodes } from './bill-status';

const listOf = (codes: readonly string[]) => raw(`array['${codes.join(`', '`)}']`);

/** The same derivation as `billStatus`, for a bill `t`, where a list is narrowed by it; a test compares the two. */
export const billStatusSql = (day: string): Sql => sql`(
  select case (
      select code from campaigns.bill_action a cross join unnest(${listOf(decisiveCodes)}) with ordinality as decisive(code, strength)
      where a.subject_id = t.id and a.date <= ${day}::date and code = any(a.classification)
      order by a.date desc, a.position desc, strength limit 1)
    when 'became-law' then 'LAW'
    when 'executive-signature' then 'LAW'
    when 'executive-veto-line-item' then 'LAW'
    when 'executive-veto' then 'VETOED'
    when 'veto-override-passage' then case when ${byBoth('veto-override-passage')} then 'LAW' else 'VETOED' end
    when 'failure' then 'FAILED'
    when 'withdrawal' then 'WITHDRAWN'
    when 'passage' then case when ${byBoth('passage')} then 'PASSED_BOTH_CHAMBERS' else 'PASSED_ONE_CHAMBER' end
    when 'enrolled' then 'PASSED_BOTH_CHAMBERS'
    when 'executive-receipt' then 'PASSED_BOTH_CHAMBERS'
    else case when bool_or(done.classification && ${listOf(committeeCodes)}) then 'IN_COMMITTEE'
      when count(*) > 0 then 'INTRODUCED' else 'NO_ACTION' end
  end
  from campaigns.bill_action done where done.subject_id = t.id and done.date <= ${day}::date)`;

const byBoth = (code: string): Sql =>
  join(
    [
      raw(`bool_or('${code}' = any(done.classification) and done.organization_kind = 'legislature')`),
      raw(`bool_or('${code}' = any(done.classification) and done.organization_kind = 'upper')
      and bool_or('${code}' = any(done.classification) and done.organization_kind = 'lower')`),
    ],
    ' or ',
  );
