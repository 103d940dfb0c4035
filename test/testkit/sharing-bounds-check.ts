import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { asAdministrator, testSecret } from './database';
import { rightsOn } from './database-rights';
import { permissionMatrix } from './permission-matrix';
import { mine } from './viewers-of-a-group';

const levels = ['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'];

/** Where the database lets an admin set other levels and caps for a group than the matrix: above its ceiling, or at once. */
export async function boundsComplaints(url: string, { name, policy }: SubgraphDefinition): Promise<string[]> {
  const table = `${name}.sharing_version`;
  const trigger = (what: 'enable' | 'disable') =>
    asAdministrator(`alter table ${table} ${what} trigger guard_sharing_version`, [], url);
  const unguarded = await trigger('enable').then(
    () => null,
    () => [`${table} has no guard`],
  );
  if (unguarded) return unguarded;
  const client = new Client({ connectionString: roleUrl(url, subgraphRole(name), testSecret) });
  await client.connect();
  const propose = async (group: string, level: string, cap: string): Promise<string> => {
    await client.query(
      `begin; set local hub.organization = '${mine}'; set local hub.person = 'per_me'; set local hub.roles = 'ORG_ADMIN'`,
    );
    try {
      const { rows } = await client.query(
        `insert into ${table} (organization_id, id, group_name, level, cap, version, state, proposed_by)
         values ('${mine}', 'shv_bounds', $1, $2, $3, 1, 'PROPOSED', 'per_me') returning state`,
        [group, level, cap],
      );
      return rows[0].state;
    } catch {
      return 'refused';
    } finally {
      await client.query('rollback');
    }
  };
  const complaints: string[] = [];
  try {
    for (const group of levelledGroups(name, policy)) {
      const { ceiling, standard } = permissionMatrix.get(group)!;
      const rank = (level: string) => levels.indexOf(level);
      for (const level of levels) {
        const cap = rank(level) > rank(ceiling) ? level : ceiling;
        const wanted =
          rank(level) > rank(ceiling) ? 'refused' : rank(level) > rank(standard) ? 'PROPOSED' : 'IN_FORCE';
        const found = await propose(group, level, cap);
        if (found !== wanted) complaints.push(`${group} ${level}: ${found} instead of ${wanted}`);
      }
    }
  } finally {
    await client.end();
    await trigger('disable');
  }
  return complaints;
}

function levelledGroups(subgraph: string, policy: SubgraphDefinition['policy']): string[] {
  const groups = Object.entries(policy.tables).flatMap(([table, rule]) =>
    'group' in rule && rightsOn(`${subgraph}.${table}`).update?.by.includes('s') ? [rule.group] : [],
  );
  return [...new Set(groups)];
}

/** Tables whose rows have a level of their own, without the triggers that keep it. */
export async function guardComplaints(url: string, { name, policy }: SubgraphDefinition): Promise<string[]> {
  const found = await asAdministrator<{ one: string }>(
    `select c.relname || ' ' || t.tgname || ' ' || encode(t.tgargs, 'escape') as one from pg_trigger t
     join pg_class c on c.oid = t.tgrelid where c.relnamespace = $1::regnamespace and t.tgname in ('level_guard', 'guard_cap')`,
    [name],
    url,
  );
  const wanted = Object.entries(policy.tables).flatMap(([table, rule]) =>
    'group' in rule && rightsOn(`${name}.${table}`).update?.by.includes('s')
      ? [`${table} level_guard`, `${table} guard_cap ${rule.group}`]
      : [],
  );
  return wanted.filter((one) => !found.some((trigger) => trigger.one.startsWith(one)));
}
