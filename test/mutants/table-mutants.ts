import { housekeepingTables } from '../../shared/permission/housekeeping';
import type { Command, GuardedTable, TableRule } from '../../shared/permission/policy';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { guardedTables, type Mutant, without, withTable } from './mutant';

/** Mistakes in what a table says of itself; `columns` are those of the database. */
export function tableMutants(
  definition: SubgraphDefinition,
  columns: ReadonlyMap<string, readonly string[]>,
): Mutant[] {
  const groups = Object.keys(definition.policy.groups);
  const mutant = (kind: string, table: string, what: string, rule: TableRule): Mutant => ({
    kind,
    what: `${definition.name}.${table}: ${what}`,
    definition,
    policy: withTable(definition.policy, table, rule),
    tables: [table],
    // By which id a level is set, the mutation asks and nothing of shield or the database.
    isDormant: what === ownId,
  });
  const guarded = guardedTables(definition).flatMap(({ table, rule }, n) => {
    const all = columns.get(`${definition.name}.${table}`) ?? [];
    const others = groups.filter((group) => group !== rule.group);
    return [
      mutant('a table in another group', table, 'another group', {
        ...rule,
        group: others[n % others.length]!,
      }),
      ...conditionMutants(rule).map(([what, changed]) =>
        mutant('the SQL of a condition', table, what, changed),
      ),
      ...widened(rule, all).map(([what, changed]) => mutant('a grant too wide', table, what, changed)),
      ...writeMutants(rule).map(([what, changed]) => mutant('who may write a table', table, what, changed)),
      ...presence(rule, isSharedAtAll(definition, rule)).map(([what, changed]) =>
        mutant('what a table says of itself', table, what, changed),
      ),
    ];
  });
  const closed = Object.entries({ ...housekeepingTables, ...definition.policy.tables }).flatMap(
    ([table, rule]) => {
      if ('group' in rule) return [];
      const opened = mutant('a closed table opened', table, 'for everybody', {
        ...rule,
        upkeep: { holder: 'true', commands: rule.upkeep?.commands ?? 'select' },
      });
      const widened = mutant('a closed table opened', table, 'for deleting', {
        ...rule,
        upkeep: {
          holder: rule.upkeep?.holder ?? 'false',
          commands: 'select, insert, update, delete, truncate',
        },
      });
      return [opened, widened];
    },
  );
  return [...guarded, ...closed];
}

const ownId = 'levels by its own id';

type Change = [what: string, rule: GuardedTable];

function conditionMutants(rule: GuardedTable): Change[] {
  const conditions = rule.conditions ?? {};
  return (Object.keys(conditions) as (keyof typeof conditions)[]).flatMap((name): Change[] => [
    [`${name} always holds`, { ...rule, conditions: { ...conditions, [name]: 'true' } }],
    [`${name} never holds`, { ...rule, conditions: without(conditions, name) }],
  ]);
}

/** Each list of columns by one more, and without its limit; each grant of a command by another one. */
function widened(rule: GuardedTable, columns: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (const key of ['inserts', 'updates', 'identityColumns', 'identityUpdates'] as const) {
    const named = rule[key];
    if (!named) continue;
    if (key === 'inserts' || key === 'updates') changes.push([`${key} of all columns`, without(rule, key)]);
    const more = columns.filter((column) => !named.includes(column));
    for (const column of more) changes.push([`${key} and ${column}`, { ...rule, [key]: [...named, column] }]);
    if (named.length > 1) changes.push([`${key} without ${named[0]}`, { ...rule, [key]: named.slice(1) }]);
  }
  if (!rule.identityColumns) {
    changes.push(['signing in reads it', { ...rule, identityColumns: columns.slice(0, 1) }]);
  }
  const commands = (given: string | undefined, more: string) => [given, more].filter(Boolean).join(', ');
  if (!rule.identityWrites?.includes('delete')) {
    changes.push([
      'signing in deletes',
      { ...rule, identityWrites: commands(rule.identityWrites, 'delete') },
    ]);
  }
  changes.push(['the log deletes', { ...rule, auditor: commands(rule.auditor, 'delete') }]);
  return changes;
}

function writeMutants(rule: GuardedTable): Change[] {
  const writes = rule.writes ?? {};
  return (['insert', 'update', 'delete'] as const satisfies readonly Command[]).flatMap(
    (command): Change[] => {
      const letters = writes[command];
      if (letters === undefined)
        return [[`${command} for readers`, { ...rule, writes: { ...writes, [command]: 'r' } }]];
      return [
        [`${command} for readers too`, { ...rule, writes: { ...writes, [command]: `${letters}r` } }],
        [`no ${command}`, { ...rule, writes: without(writes, command) }],
      ];
    },
  );
}

/** Whether anybody reads rows of others: if not, none are there to hide. */
const isSharedAtAll = ({ policy }: SubgraphDefinition, { group }: GuardedTable) =>
  Object.values(policy.groups[group]!.cells).some((cell) => cell.split('/')[1]!.includes('r'));

function presence(rule: GuardedTable, isShared: boolean): Change[] {
  return [
    ...(rule.check ? [['nothing is checked', without(rule, 'check')] as Change] : []),
    ...(rule.guard ? [['no trigger guards it', without(rule, 'guard')] as Change] : []),
    ...(rule.levelKey ? [[ownId, without(rule, 'levelKey')] as Change] : []),
    ...(rule.despiteHidden
      ? [['hidden from everybody', without(rule, 'despiteHidden')] as Change]
      : rule.personal || !isShared
        ? []
        : [['never hidden', { ...rule, despiteHidden: 'true' }] as Change]),
    ...(rule.personal ? [['no personal rows', without(rule, 'personal')] as Change] : []),
    ...(rule.writes
      ? [
          rule.unlogged
            ? (['logged', without(rule, 'unlogged')] as Change)
            : (['not logged', { ...rule, unlogged: 'by mistake' }] as Change),
        ]
      : []),
  ];
}
