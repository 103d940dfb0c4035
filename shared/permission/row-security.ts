import { gatewayRole, identityRole, migratorRole, subgraphRole } from '../database/roles';
import { housekeepingTables } from './housekeeping';
import { type Group, levelsFrom, type Policy, type TableRule } from './policy';

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
    lines.push(
      `create policy visible on ${name} for select to ${subgraphRole(subgraph)} using (${visible(group)});`,
      `grant select on ${name} to ${subgraphRole(subgraph)};`,
    );
  }
  if (rule.identityColumns) {
    lines.push(
      `create policy identity on ${name} for select to ${identityRole} using (true);`,
      `grant select (${rule.identityColumns.join(', ')}) on ${name} to ${identityRole};`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The rows a viewer reads. Sub-selects make PostgreSQL ask about the viewer once per statement, not once per row. */
function visible(group: Group): string {
  const terms: string[] = [];
  if (group.public) terms.push(`sharing_level = 'PUBLIC'`);
  if (group.others) {
    const levels = levelsFrom(group.others.from);
    terms.push(
      `(organization_id is distinct from ${viewerOrganization} and ${oneOf(levels)} and ${viewerHas(group.others.roles)})`,
    );
  }
  terms.push(`(organization_id = ${viewerOrganization} and ${viewerHas(group.own)})`);
  return terms.join('\n  or ');
}

const viewerOrganization = '(select hub.viewer_organization())';
const oneOf = (levels: readonly string[]) =>
  `sharing_level in (${levels.map((level) => `'${level}'`).join(', ')})`;
const viewerHas = (roles: readonly string[]) => `(select hub.viewer_has('{${roles.join(',')}}'))`;

/** The gateway may ask who somebody is, and nothing else. */
export const identityFunctionGrant = `grant execute on function members.viewer(text, text) to ${gatewayRole};`;
