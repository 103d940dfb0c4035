import sql, { raw, type Sql } from 'sql-template-tag';
import { HubError } from '../errors';
import { refuse } from '../mutation/user-errors';
import { mayTouch } from '../permission/may-touch';
import { levelsFrom, type Policy, type SharingLevel, sharingLevels } from '../permission/policy';
import type { SubgraphContext } from '../subgraph/context';
import { levelledTables } from './sharing-policy';

/** What counts for a group of an organisation's data at this moment. */
export interface GroupLevels {
  readonly level: SharingLevel;
  readonly cap: SharingLevel;
}

/**
 * The level that a new row of the viewer's organisation gets. Whoever may not read the organisation's policy, such as
 * a tool, makes private rows: better that than wider ones than the organisation wants.
 */
export async function standardLevel(context: SubgraphContext, group: string): Promise<SharingLevel> {
  const { viewer } = context;
  if (viewer.organizationId === null || viewer.tool || viewer.roles.length === 0) return 'PRIVATE';
  // Until the row is there its policy stays.
  await context.session.rows(
    sql`select pg_advisory_xact_lock_shared(${raw(context.schema)}.sharing_lock(${viewer.organizationId}))`,
  );
  return (await levelsInForce(context, group)).level;
}

/** What is in force for a group of the viewer's own organisation. */
export async function levelsInForce(context: SubgraphContext, group: string): Promise<GroupLevels> {
  const [found] = await context.session.rows<GroupLevels>(sql`
select v.level, v.cap from ${raw(context.schema)}.sharing_version v
where v.organization_id = ${context.viewer.organizationId} and v.group_name = ${group} and v.state = 'IN_FORCE'`);
  const { standard, ceiling } = context.policy.groups[group]!;
  return found ?? { level: standard, cap: ceiling };
}

/** Brings the rows of a group to what is in force, each at once and in the same transaction. */
export async function applyLevels(context: SubgraphContext, group: string): Promise<void> {
  requireLevelRight(context, group);
  const levels = await levelsInForce(context, group);
  const organization = context.viewer.organizationId;
  for (const { table } of tablesOf(context.policy, group)) {
    await context.session.rows(sql`
update ${tableSql(context, table)} t set sharing_level = ${effective(levels)}
where t.organization_id = ${organization} and t.sharing_level <> ${effective(levels)}`);
  }
}

/**
 * Chooses the level of one row, or none of its own with null.
 * @throws Refusal NOT_FOUND when there is no such row that this viewer may change
 */
export async function chooseLevel(
  context: SubgraphContext,
  group: string,
  id: string,
  level: SharingLevel | null,
): Promise<void> {
  const tables = tablesOf(context.policy, group);
  if (tables.length === 0) refuse('GROUP_NOT_SHAREABLE', 'group');
  requireLevelRight(context, group);
  const { ceiling } = context.policy.groups[group]!;
  if (level !== null && levelsFrom(ceiling).slice(1).includes(level)) refuse('LEVEL_ABOVE_CEILING', 'level');
  await context.session.rows(
    sql`select pg_advisory_xact_lock_shared(${raw(context.schema)}.sharing_lock(${context.viewer.organizationId}))`,
  );
  const levels = await levelsInForce(context, group);
  let changed = 0;
  for (const { table, key } of tables) {
    const rows = await context.session.rows(sql`
update ${tableSql(context, table)} t set chosen_level = ${level}, sharing_level = ${effective(levels, sql`${level}::text`)}
where ${raw(`t.${key}`)} = ${id} and t.organization_id = ${context.viewer.organizationId} returning 1`);
    changed += rows.length;
  }
  if (changed === 0) refuse('NOT_FOUND', 'id');
}

/** The level at which a row of the group stands now, or null when there is none for this viewer. */
export async function readLevel(
  context: SubgraphContext,
  group: string,
  id: string,
): Promise<SharingLevel | null> {
  for (const { table, key } of tablesOf(context.policy, group)) {
    const [row] = await context.session.rows<{ level: SharingLevel }>(sql`
select t.sharing_level as level from ${tableSql(context, table)} t where ${raw(`t.${key}`)} = ${id} limit 1`);
    if (row) return row.level;
  }
  return null;
}

/** Row security leaves rows out that one may not change, and then some would stay wider than the policy says. */
function requireLevelRight(context: SubgraphContext, group: string): void {
  if (!mayTouch(group, context.policy.groups[group]!, 's', context.viewer)) throw new HubError('FORBIDDEN');
}

/** The lowest of what was chosen for a row (or the standard level), and the cap. */
function effective({ level, cap }: GroupLevels, chosen: Sql = sql`t.chosen_level`): Sql {
  const wider = sharingLevels.slice(sharingLevels.indexOf(cap) + 1);
  return sql`case when ${chosen} is null then ${level}::text when ${chosen} = any(${wider}::text[]) then ${cap}::text else ${chosen} end`;
}

const tablesOf = (policy: Policy, group: string) =>
  levelledTables(policy).filter((table) => table.group === group);

const tableSql = (context: SubgraphContext, table: string): Sql => sql`${raw(`${context.schema}.${table}`)}`;
