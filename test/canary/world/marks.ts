import { isSecretColumn } from '../../testkit/table-groups';
import { isTypeId } from './words';
import type { PlantedRow } from './world';

/** A value that tells of the row it stands in, and of no other. */
export interface Mark {
  readonly row: PlantedRow;
  readonly column: string;
  /** Must reach nobody: of a table or column that is never read back. */
  readonly secret: boolean;
}

/** Every shape in which a mark can stand in an answer; case is lost where names are folded or sorted. */
const shapes =
  /canary_[a-z0-9_.@]*[a-z0-9]|\b[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}|\b7\d{8}\b|\b1[23]\d\d-\d\d-\d\d\b|\$argon2id[\w$=,+/]*/g;

/** The marks in a text, each once. */
export const marksIn = (text: string): Set<string> => new Set(text.toLowerCase().match(shapes) ?? []);

/** All marks of a world, and the rows that each tells of. */
export function markRows(rows: readonly PlantedRow[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  const add = (text: string, mark: Mark) => {
    const known = marks.get(text);
    if (known) known.push(mark);
    else marks.set(text, [mark]);
  };
  for (const row of rows) {
    for (const [column, value] of Object.entries(row.values)) {
      const secret = row.group === null || isSecretColumn(column);
      for (const text of leaves(value)) {
        if (isTypeId(text) ? names(row, column, text) : marksIn(text).size > 0) {
          add(text.toLowerCase(), { row, column, secret });
        }
      }
    }
  }
  return marks;
}

/**
 * Whether a row's column lets its reader know the id: its own, those of people who did something to it, and what a log
 * tells of. That it points at a row of somebody else's does not.
 */
function names({ table, group }: PlantedRow, column: string, id: string): boolean {
  if (group === null) return false;
  if (column === 'id') return table.split('.')[1] !== 'membership';
  if (table.endsWith('.audit_entry')) return true;
  return id.startsWith('per_') || (column === 'allowed_tools' && id.startsWith('cli_'));
}

function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return typeof value === 'string' || typeof value === 'number' ? [`${value}`] : [];
}
