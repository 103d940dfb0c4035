import type { Policy } from '../../shared/permission/policy';
import { rowSecuritySql } from '../../shared/permission/row-security';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { Mutant } from './mutant';
import { viewerFunctions } from './statement-mutants';

/** What a mistake changes for statements that the program has. */
export interface Met {
  /** Which rows are read. */
  readonly reading: boolean;
  /** Which rows of organisations that are hidden are, and nothing else. */
  readonly hiddenOnly: boolean;
}

/**
 * No question meets a right that nothing uses: grants of more, for others than the subgraph. What lets more be written
 * stands behind shield and what each mutation asks by itself; what lets less be written shows to a mutation that comes
 * to write it, which needs what only the tests of each mutation set up.
 */
export function metInTheDatabase({ definition, policy, rewrite = (sql) => sql, functions }: Mutant): Met {
  if (functions) {
    const reading = functionsOfReading(functions) !== functionsOfReading(viewerFunctions());
    return { reading, hiddenOnly: false };
  }
  const before = statements(definition, definition.policy);
  const after = statements(definition, policy, rewrite);
  const lost = [...before].filter((one) => !after.has(one));
  const gained = [...after].filter((one) => !before.has(one));
  const changed = [...lost, ...gained];
  const hiding = changed.filter((one) => one.startsWith('create policy hidden_organizations '));
  const policies = changed.filter((one) => /^create policy visible /.test(one));
  const isOff = lost.some(
    (one) => /enable row level/.test(one) && !gained.some((other) => other.startsWith(one.split(',')[0]!)),
  );
  return {
    reading: isOff || hiding.length + policies.length > 0,
    hiddenOnly: hiding.length > 0 && policies.length === 0 && !isOff,
  };
}

/** All but the one that guards levels as they are written. */
const functionsOfReading = (sql: string) =>
  sql.slice(0, sql.indexOf('create or replace function hub.guard_level'));

const known = new Map<string, ReadonlySet<string>>();

function statements({ name }: SubgraphDefinition, policy: Policy, rewrite = (sql: string) => sql) {
  const sql = rewrite(rowSecuritySql(name, policy));
  let found = known.get(sql);
  if (!found) {
    found = new Set(sql.split(/;\n/).map((one) => one.replace(/^(--.*\n|\n)+/, '').trim()));
    if (known.size < 8) known.set(sql, found);
  }
  return found;
}
