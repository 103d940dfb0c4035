import { mayTouch, rightOf } from '../../shared/permission/may-touch';
import {
  type Actor,
  actors,
  type Group,
  levelsFrom,
  type Operation,
  operations,
  type SharingLevel,
  sharingLevels,
} from '../../shared/permission/policy';
import { rowSecuritySql } from '../../shared/permission/row-security';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { asViewer } from '../testkit/field-rules-check';
import { viewersOf } from '../testkit/viewers-of-a-group';
import { type Mutant, tablesOfGroup, withGroup } from './mutant';

/** Mistakes in the groups of a policy: letters, conditions, levels, and what stands beside the cells. */
export function cellMutants(definition: SubgraphDefinition): Mutant[] {
  return Object.entries(definition.policy.groups).flatMap(([name, group]) => {
    const tables = tablesOfGroup(definition, name);
    const mutant = (kind: string, what: string, change: Partial<Group>, isDormant = false): Mutant => ({
      kind,
      what: `${definition.name} ${name}: ${what}`,
      definition,
      policy: withGroup(definition.policy, name, change),
      tables,
      concerns: (_field, right) => right === name || right.startsWith(`${name}:`),
      isDormant,
    });
    const inFields = operationsOfFields(definition, name);
    const sql = rowSecuritySql(definition.name, definition.policy);
    const isTouched = (operation: string, changed: Group) =>
      inFields.has(operation) && changesShield(name, group, changed, operation);
    /** The same SQL, and the same answers of shield: for now nothing but a reader of the policy could tell. */
    const isRead = (operation: string, changed: Group) =>
      rowSecuritySql(definition.name, withGroup(definition.policy, name, changed)) !== sql ||
      isTouched(operation, changed);
    const inCells = actors.flatMap((actor) =>
      cellChanges(group.cells[actor]).map(({ kind, cell, operation }) => {
        const cells = { ...group.cells, [actor]: cell } as Record<Actor, string>;
        // What the public may with its "own" rows is nothing: it has none.
        const isIdle = actor === 'PUBLIC' && ownOf(cell) !== ownOf(group.cells[actor]);
        return mutant(
          kind,
          `${actor} ${group.cells[actor]} → ${cell}`,
          { cells },
          !(isIdle ? isTouched : isRead)(operation, { ...group, cells }),
        );
      }),
    );
    const isLevelled = tables.some((table) => isLevelledTable(definition, table));
    const levels = (['ceiling', 'standard'] as const).flatMap((which) =>
      sharingLevels
        .filter((level) => level !== group[which])
        .map((level) =>
          mutant(
            `${which} of a group`,
            `${which} ${level}`,
            { [which]: level },
            !isLevelled || isOutOfReach(group, which, level),
          ),
        ),
    );
    const factors = operations.map((operation) => {
      const asked = group.secondFactor ?? [];
      const changed = asked.includes(operation)
        ? asked.filter((one) => one !== operation)
        : [...asked, operation];
      return mutant(
        'second factor',
        `second factor ${changed}`,
        { secondFactor: changed },
        !inFields.has(operation),
      );
    });
    return [
      ...inCells,
      ...levels,
      ...factors,
      mutant('while not active', `${!group.whileDormant}`, {
        whileDormant: group.whileDormant ? undefined : true,
      }),
      mutant('logged reading', `${!group.audited}`, { audited: group.audited ? undefined : true }, true),
    ];
  });
}

interface CellChange {
  readonly kind: string;
  readonly cell: string;
  readonly operation: string;
}

function cellChanges(cell: string): CellChange[] {
  const sides = cell.split('/') as [string, string];
  return sides.flatMap((side, at) => {
    const put = (changed: string) => sides.map((one, n) => (n === at ? changed : one)).join('/');
    const terms = side === '-' ? [] : side.split(' ');
    const added = operations
      .filter((operation) => !terms.some((term) => !term.includes('@') && term.includes(operation)))
      .map((operation) => ({
        kind: 'a letter too many',
        cell: put([...terms, operation].join(' ')),
        operation,
      }));
    const rest = (n: number, ...instead: string[]) =>
      put([...terms.slice(0, n), ...instead, ...terms.slice(n + 1)].join(' ') || '-');
    const changed = terms.flatMap((term, n) => {
      const [letters = '', conditions] = term.split('@');
      const behind = conditions ? `@${conditions}` : '';
      const dropped = [...letters].map((letter) => ({
        kind: 'a letter too few',
        cell: letters.length > 1 ? rest(n, `${letters.replace(letter, '')}${behind}`) : rest(n),
        operation: letter,
      }));
      const loosened = (conditions?.split('&') ?? []).map((condition) => {
        const left = conditions!.split('&').filter((one) => one !== condition);
        return {
          kind: 'a condition dropped',
          cell: rest(n, left.length > 0 ? `${letters}@${left.join('&')}` : letters),
          operation: letters[0]!,
        };
      });
      return [...dropped, ...loosened];
    });
    return [...added, ...changed];
  });
}

/** No row is ever shared above the ceiling, whatever is said to be its standard level. */
const isOutOfReach = ({ ceiling, standard }: Group, which: 'ceiling' | 'standard', level: SharingLevel) =>
  which === 'standard' && [standard, level].every((one) => !levelsFrom(one).slice(1).includes(ceiling));

const ownOf = (cell: string) => cell.split('/')[0];

/** Operations of the group that some field asks for today. */
function operationsOfFields({ policy }: SubgraphDefinition, group: string): Set<string> {
  const rights = Object.values(policy.fields).flatMap(Object.keys).map(rightOf);
  return new Set(rights.filter((right) => right.group === group).map(({ operation }) => operation));
}

/** Whether shield, which knows of no row, tells the difference for anybody. */
export function changesShield(name: string, right: Group, wrong: Group, operation: string): boolean {
  return Object.values(viewersOf(name, operation)).some((viewer) => {
    const asked = asViewer(viewer, name);
    const may = (group: Group) => mayTouch(name, group, operation as Operation, asked);
    return may(right) !== may(wrong);
  });
}

function isLevelledTable({ policy }: SubgraphDefinition, table: string): boolean {
  const rule = policy.tables[table]!;
  return 'group' in rule && (rule.writes?.update?.includes('s') ?? false);
}
