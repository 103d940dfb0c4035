import { logWriteTrigger } from '../audit/audit-sql';
import {
  auditorRole,
  counterRole,
  gatewayRole,
  identityRole,
  migratorRole,
  subgraphRole,
} from '../database/roles';
import { roles } from '../identity/viewer';
import { housekeepingTables } from './housekeeping';
import { actorsWith } from './may-touch';
import {
  actors,
  type Command,
  type Group,
  type GuardedTable,
  levelsFrom,
  type Operation,
  type Policy,
  type SharingLevel,
  type TableRule,
} from './policy';
import { cellOf, conditionsFor } from './terms';

/**
 * The whole row-level security of one subgraph as SQL, made from its policy: for each table row security,
 * policy, then grant. Applied after the migrations in one transaction; committed as a snapshot, so that a
 * reviewer reads the changed line.
 */
export function rowSecuritySql(subgraph: string, policy: Policy): string {
  return Object.entries({ ...housekeepingTables, ...policy.tables })
    .map(([table, rule]) => tableSql(subgraph, table, rule, policy))
    .join('\n');
}

function tableSql(subgraph: string, table: string, rule: TableRule, policy: Policy): string {
  const name = `${subgraph}.${table}`;
  const lines = [
    `-- ${'group' in rule ? rule.group : `closed: ${rule.closed}`}`,
    `alter table ${name} enable row level security, force row level security;`,
    `create policy migration on ${name} to ${migratorRole} using (true) with check (true);`,
  ];
  if ('group' in rule) {
    const group = policy.groups[rule.group];
    if (!group) throw new Error(`${name} names the unknown group ${rule.group}`);
    lines.push(...guardedSql(subgraph, name, rule, group));
    lines.push(
      ...(rule.guard?.(policy) ?? []).map((trigger) =>
        trigger.replaceAll('%table', name).replaceAll('%schema', subgraph),
      ),
    );
  } else if (rule.upkeep) {
    const { holder, commands } = rule.upkeep;
    lines.push(
      `create policy upkeep on ${name} to ${subgraphRole(subgraph)} using (${holder}) with check (${holder});`,
      `grant ${commands} on ${name} to ${subgraphRole(subgraph)};`,
    );
  }
  if (rule.identityColumns) {
    lines.push(
      `create policy identity on ${name} for select to ${identityRole} using (true);`,
      `grant select (${rule.identityColumns.join(', ')}) on ${name} to ${identityRole};`,
    );
  }
  if ('group' in rule && rule.identityUpdates) {
    lines.push(
      `create policy identity_update on ${name} for update to ${identityRole} using (true);`,
      `grant update (${rule.identityUpdates.join(', ')}) on ${name} to ${identityRole};`,
    );
  }
  if (rule.identityWrites) {
    lines.push(
      `create policy identity_write on ${name} to ${identityRole} using (true) with check (true);`,
      `grant ${rule.identityWrites} on ${name} to ${identityRole};`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function guardedSql(subgraph: string, name: string, rule: GuardedTable, group: Group): string[] {
  const role = subgraphRole(subgraph);
  const lines: string[] = [];
  if (!rule.personal) {
    // Restrictive: holds beside every policy below.
    lines.push(
      `create policy hidden_organizations on ${name} as restrictive for select to ${role} using (${notHidden}${rule.despiteHidden ? ` or ${rule.despiteHidden}` : ''});`,
    );
  }
  lines.push(
    `create policy visible on ${name} for select to ${role} using (${allowed(rule, group, ['r'])});`,
    `grant select on ${name} to ${role};`,
  );
  if (rule.auditor) {
    lines.push(
      `create policy log on ${name} to ${auditorRole} using (true) with check (true);`,
      `grant ${rule.auditor} on ${name} to ${auditorRole};`,
    );
  }
  if (rule.counted) lines.push(...countedSql(name, rule, group, rule.counted));
  for (const [command, operations] of Object.entries(rule.writes ?? {}) as [Command, string][]) {
    const condition = allowed(rule, group, [...operations] as Operation[]);
    const clauses = {
      insert: `with check (${condition})`,
      update: `using (${condition}) with check (${condition})`,
      delete: `using (${condition})`,
    };
    const named = { insert: rule.inserts, update: rule.updates, delete: undefined }[command];
    const columns = named ? ` (${named.join(', ')})` : '';
    lines.push(
      `create policy may_${command} on ${name} for ${command} to ${role} ${clauses[command]};`,
      `grant ${command}${columns} on ${name} to ${role};`,
    );
    if (rule.check && command !== 'delete') {
      const clause = command === 'insert' ? 'with check' : 'using (true) with check';
      lines.push(
        `create policy ${command}_check on ${name} as restrictive for ${command} to ${role} ${clause} (${rule.check});`,
      );
    }
  }
  if (rule.writes && !rule.unlogged) lines.push(...logWriteTrigger(subgraph, name, rule.group));
  if (rule.writes?.update?.includes('s')) lines.push(...levelGuard(subgraph, name, rule.group, group));
  return lines;
}

/** Whoever may count rows, and not see them, counts through functions of another role, which sees no more than that. */
function countedSql(name: string, rule: GuardedTable, group: Group, columns: readonly string[]): string[] {
  const isCounted = termsFor(rule, group, 'n').length > 0;
  return [
    `create policy hidden_from_counting on ${name} as restrictive for select to ${counterRole} using (${notHidden});`,
    `create policy counted on ${name} for select to ${counterRole} using (${allowed(rule, group, [isCounted ? 'n' : 'r'])});`,
    `grant select (${columns.join(', ')}) on ${name} to ${counterRole};`,
  ];
}

/** Rows that some term of some actor opens for one of the operations. */
function allowed(rule: GuardedTable, group: Group, operations: readonly Operation[]): string {
  const terms = new Set(operations.flatMap((operation) => termsFor(rule, group, operation)));
  return terms.size === 0 ? 'false' : [...terms].join('\n  or ');
}

function termsFor(rule: GuardedTable, group: Group, operation: Operation): string[] {
  return (['own', 'others'] as const).flatMap((side) =>
    combinations(group, side, operation).flatMap((conditions) => {
      const who = actorsWith(group, side, operation, conditions);
      const people = who.filter((actor) => actor !== 'TOOL' && actor !== 'PUBLIC');
      const right = `${rule.group}:${operation}`;
      return [
        ...(people.length > 0
          ? [
              term(
                rule,
                side,
                conditions,
                `(select hub.viewer_may('{${people.join(',')}}', '${right}'${side === 'own' ? dormant(group) : ''}))`,
              ),
            ]
          : []),
        ...(who.includes('TOOL')
          ? [term(rule, side, conditions, toolMay(group, side, operation, conditions, right))]
          : []),
        ...(who.includes('PUBLIC') ? [term(rule, side, conditions, null)] : []),
      ].filter((sql) => sql !== null);
    }),
  );
}

/** A term as SQL, or null where one of its conditions has no meaning for the table: then it never holds. */
function term(
  rule: GuardedTable,
  side: 'own' | 'others',
  conditions: readonly string[],
  who: string | null,
): string | null {
  const parts: string[] = [];
  // What everybody may is asked of rows, not of who owns them.
  if (!rule.personal && who !== null) parts.push(side === 'own' ? own : foreign);
  for (const condition of conditions) {
    const sql = conditionSql(rule, condition);
    if (sql === null) return null;
    if (sql !== '') parts.push(sql);
  }
  if (rule.personal && !conditions.includes('U')) return null;
  if (who !== null) parts.push(who);
  return parts.length === 0 ? null : `(${parts.join(' and ')})`;
}

function conditionSql(rule: GuardedTable, condition: string): string | null {
  switch (condition) {
    case 'S':
      return `${atLeast('COALITION_SUMMARY')}${parentAtLeast(rule, 'COALITION_SUMMARY')}`;
    case 'C':
      return `${atLeast('COALITION')}${parentAtLeast(rule, 'COALITION_SUMMARY')} and organization_id = any ((select hub.viewer_partners('${rule.group}'))::text[])`;
    case 'N':
      return `sharing_level <> 'PRIVATE' and organization_id = any ((select hub.aggregated_organizations())::text[])`;
    case 'P':
      return `sharing_level = 'PUBLIC'${parentAtLeast(rule, 'PUBLIC')}`;
    case 'K':
      // Asked where it is decided who the viewer is.
      return '';
    case 'Y':
    case 'U':
    case 'T':
    case 'O':
      return rule.conditions?.[condition] ? `(${rule.conditions[condition]})` : null;
    default:
      return null;
  }
}

/** A tool may what its scope names, if the person who granted the key may it on the same side. */
function toolMay(
  group: Group,
  side: 'own' | 'others',
  operation: Operation,
  conditions: readonly string[],
  right: string,
): string {
  if (!conditions.includes('K')) return `(select hub.tool_itself_may('${right}'))`;
  const rest = conditions.filter((condition) => condition !== 'K');
  // What a row under an agreement is, it also is for whoever needs less: a level from COALITION on is one from SUMMARY on.
  const known = new Set([...rest, ...(rest.includes('C') ? ['S'] : [])]);
  const grantors = roles.filter((role) =>
    conditionsFor(cellOf(group, role)[side], operation).some((needed) =>
      needed.every((condition) => known.has(condition)),
    ),
  );
  return `(select hub.tool_may('{${grantors.join(',')}}', '${right}'))`;
}

/** The different conditions under which somebody may do it on that side, most permissive text first. */
function combinations(group: Group, side: 'own' | 'others', operation: Operation): (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const actor of actors) {
    for (const conditions of conditionsFor(cellOf(group, actor)[side], operation)) {
      found.set([...conditions].sort().join(), conditions);
    }
  }
  return [...found.values()];
}

/**
 * Whoever may edit or make a row may not therefore share it: a change of level, and a new row that is wider than what
 * its organisation set, ask for the operation `s` of their own; nobody shares it wider than its organisation's cap.
 */
function levelGuard(subgraph: string, name: string, groupName: string, group: Group): string[] {
  const who = actorsWith(group, 'own', 's', []).join(',');
  return [
    `create or replace trigger level_guard before update on ${name} for each row
  when (old.sharing_level is distinct from new.sharing_level or old.chosen_level is distinct from new.chosen_level)
  execute function hub.guard_level('{${who}}', '${groupName}:s');`,
    `create or replace trigger guard_cap before insert or update on ${name} for each row
  execute function ${subgraph}.guard_cap('${groupName}', '${group.standard}', '{${who}}');`,
  ];
}

// Sub-selects make PostgreSQL ask about the viewer once per statement, not once per row.
const viewerOrganization = '(select hub.viewer_organization())';
const own = `organization_id = ${viewerOrganization}`;
const foreign = `organization_id is distinct from ${viewerOrganization}`;
const notHidden = `organization_id = ${viewerOrganization} or organization_id <> all ((select hub.hidden_organizations())::text[])`;
const dormant = (group: Group) => (group.whileDormant ? ', true' : '');
const atLeast = (level: SharingLevel, column = 'sharing_level') =>
  `${column} in (${levelsFrom(level)
    .map((wider) => `'${wider}'`)
    .join(', ')})`;
/** A child is never wider than its parent. */
const parentAtLeast = ({ parentLevel }: GuardedTable, level: SharingLevel) =>
  parentLevel === undefined ? '' : ` and (${parentLevel} is null or ${atLeast(level, parentLevel)})`;

/** The gateway may ask who somebody is, and nothing else. */
export const identityFunctionGrant = `grant execute on function members.viewer(jsonb) to ${gatewayRole};`;
