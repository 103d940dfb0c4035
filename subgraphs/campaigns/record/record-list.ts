import sql, { raw, type Sql } from 'sql-template-tag';
import { columnsOf, tableOf } from '../../../shared/database/columns';
import type { ListQuery } from '../../../shared/database/page';
import { isToBeFound } from '../../../shared/permission/hidden-organizations';
import { withinPeriod } from '../../../shared/schema/period';
import { requireId } from '../../../shared/schema/type-id';
import type { CampaignRecord } from './campaign-record';
import type { RecordFilter } from './record.inputs';

/**
 * Records of one kind that meet a filter, the latest first, without those that are put away.
 * @param day the column that they are dated by
 */
export function recordList(
  entity: abstract new () => CampaignRecord,
  day: string,
  filter: RecordFilter | null | undefined,
  more: readonly Sql[] = [],
): ListQuery {
  const { campaign, bill, organization, period } = filter ?? {};
  const key = raw(`t.${day}`);
  return {
    name: entity.name,
    columns: columnsOf(entity),
    from: sql`${tableOf(entity)} t`,
    where: [
      sql`t.archived_at is null`,
      ...(campaign == null ? [] : [sql`t.campaign_id = ${requireId('Campaign', campaign)}`]),
      ...(bill == null ? [] : [sql`t.bill_id = ${requireId('Bill', bill)}`]),
      ...(organization == null
        ? []
        : [
            sql`t.organization_id = ${requireId('Organization', organization)} and ${isToBeFound(sql`t.organization_id`)}`,
          ]),
      ...(period == null ? [] : [withinPeriod(key, period)]),
      ...more,
    ],
    orderBy: { name: 'day', key: sql`${key}`, descending: true },
  };
}
