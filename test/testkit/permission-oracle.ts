import type { Role } from '../../shared/identity/viewer';
import { type MatrixActor, type MatrixTerm, permissionMatrix } from './permission-matrix';

/** Who asks, in the words of the specification. */
export interface OracleViewer {
  readonly organization: string | null;
  readonly person: string | null;
  readonly roles: readonly Role[];
  /** Roles in an organisation that is no active member. */
  readonly dormant?: readonly Role[];
  /** `ROLE:group:operation` that the organisation took away. */
  readonly narrowed?: readonly string[];
  /** Organisations with an agreement in force that names the group in question. */
  readonly partners?: readonly string[];
  /** Organisations with an agreement in force about other groups. */
  readonly otherAgreements?: readonly string[];
  /** A tool: its scopes; `roles` are those of the person who granted the key. */
  readonly tool?: { readonly key: string; readonly scopes: readonly string[] };
  /** Organisations that are suspended or have left. */
  readonly hidden?: readonly string[];
  /** Keyed hashes of the secret links that the request showed. */
  readonly records?: readonly string[];
}

export interface OracleRow {
  readonly organization: string | null;
  readonly level: string | null;
  /** Of the row that it belongs to, where it has a level of its own besides: a child is never wider than its parent. */
  readonly parentLevel?: string | null;
  /** Conditions of the specification that hold for this row and viewer, as far as the table decides them. */
  readonly holds: readonly string[];
}

const levels = ['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'];
const dormantGroups = ['org.public', 'membership.application'];

/** Whether the specification lets the viewer do it with the row. */
export function permits(group: string, operation: string, viewer: OracleViewer, row: OracleRow): boolean {
  return permittingTerms(group, operation, viewer, row).length > 0;
}

/** The terms of the matrix by which it does, such as `VIEWER others r@S`; none when it does not. */
export function permittingTerms(
  group: string,
  operation: string,
  viewer: OracleViewer,
  row: OracleRow,
): string[] {
  const isOwn = row.organization !== null && row.organization === viewer.organization;
  if (!isOwn && row.organization !== null && viewer.hidden?.includes(row.organization)) return [];
  const { cells } = permissionMatrix.get(group)!;
  const side = row.organization === null || isOwn ? 'own' : 'others';
  const label = (actor: MatrixActor, on: 'own' | 'others', { operations, conditions }: MatrixTerm) =>
    `${group} ${actor} ${on} ${operations.join('')}@${conditions.join('&')}`;
  const asRole = (role: Role, on: 'own' | 'others') =>
    viewer.narrowed?.includes(`${role}:${group}:${operation}`)
      ? []
      : cells[role][on]
          .filter((term) => holds(term, operation, viewer, row))
          .map((term) => label(role, on, term));

  const asPublic = cells.PUBLIC.others
    .filter((term) => holds(term, operation, viewer, row))
    .map((term) => label('PUBLIC', 'others', term));
  if (viewer.tool) {
    if (viewer.narrowed?.includes(`TOOL:${group}:${operation}`)) return asPublic;
    const inScope = viewer.tool.scopes.includes(`${group}:${operation}`);
    const granted = viewer.roles.some((role) => asRole(role, side).length > 0);
    const asTool = cells.TOOL[side].filter(({ operations, conditions }) => {
      const rest = { operations, conditions: conditions.filter((condition) => condition !== 'K') };
      return (!conditions.includes('K') || (inScope && granted)) && holds(rest, operation, viewer, row);
    });
    return [...asPublic, ...asTool.map((term) => label('TOOL', side, term))];
  }
  const asRoles = viewer.roles.flatMap((role) => asRole(role, side));
  const asleep =
    dormantGroups.includes(group) && isOwn
      ? (viewer.dormant ?? []).flatMap((role) => asRole(role, 'own'))
      : [];
  return [...asPublic, ...asRoles, ...asleep];
}

function holds(
  { operations, conditions }: MatrixTerm,
  operation: string,
  viewer: OracleViewer,
  row: OracleRow,
): boolean {
  return (
    operations.includes(operation) &&
    conditions.every((condition) => {
      const others = seesParent(row, condition === 'P' ? 'PUBLIC' : 'COALITION_SUMMARY');
      if (condition === 'S') return others && atLeast(row.level, 'COALITION_SUMMARY');
      if (condition === 'P') return others && row.level === 'PUBLIC';
      if (condition === 'C')
        return (
          others && atLeast(row.level, 'COALITION') && (viewer.partners ?? []).includes(row.organization!)
        );
      return row.holds.includes(condition);
    })
  );
}

const seesParent = ({ parentLevel }: OracleRow, wanted: string) =>
  parentLevel == null || atLeast(parentLevel, wanted);

const atLeast = (level: string | null, wanted: string) =>
  level !== null && levels.indexOf(level) >= levels.indexOf(wanted);
