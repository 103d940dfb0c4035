import type { Role } from '../../shared/identity/viewer';
import { type MatrixTerm, permissionMatrix } from './permission-matrix';

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
  /** Conditions of the specification that hold for this row and viewer, as far as the table decides them. */
  readonly holds: readonly string[];
}

const levels = ['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'];
const dormantGroups = ['org.public', 'membership.application'];

/** Whether the specification lets the viewer do it with the row. */
export function permits(group: string, operation: string, viewer: OracleViewer, row: OracleRow): boolean {
  const isOwn = row.organization !== null && row.organization === viewer.organization;
  if (!isOwn && row.organization !== null && viewer.hidden?.includes(row.organization)) return false;
  const cells = permissionMatrix.get(group)!.cells;
  const asRole = (role: Role, side: 'own' | 'others') =>
    !viewer.narrowed?.includes(`${role}:${group}:${operation}`) &&
    cells[role][side].some((term) => holds(term, operation, viewer, row));
  const side = row.organization === null || isOwn ? 'own' : 'others';

  if (cells.PUBLIC.others.some((term) => holds(term, operation, viewer, row))) return true;
  if (viewer.tool) {
    return (
      !viewer.narrowed?.includes(`TOOL:${group}:${operation}`) &&
      cells.TOOL[side].some((term) => {
        const withoutScope = {
          ...term,
          conditions: term.conditions.filter((condition) => condition !== 'K'),
        };
        const granted = !term.conditions.includes('K') || viewer.roles.some((role) => asRole(role, side));
        const inScope =
          !term.conditions.includes('K') || viewer.tool!.scopes.includes(`${group}:${operation}`);
        return granted && inScope && holds(withoutScope, operation, viewer, row);
      })
    );
  }
  if (viewer.roles.some((role) => asRole(role, side))) return true;
  return dormantGroups.includes(group) && isOwn && (viewer.dormant ?? []).some((role) => asRole(role, 'own'));
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
      if (condition === 'S') return atLeast(row.level, 'COALITION_SUMMARY');
      if (condition === 'P') return row.level === 'PUBLIC';
      if (condition === 'C')
        return atLeast(row.level, 'COALITION') && (viewer.partners ?? []).includes(row.organization!);
      return row.holds.includes(condition);
    })
  );
}

const atLeast = (level: string | null, wanted: string) =>
  level !== null && levels.indexOf(level) >= levels.indexOf(wanted);
