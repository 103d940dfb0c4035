import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Columns of the matrix, and what the hub calls them. */
export const matrixActors = {
  OA: 'ORG_ADMIN',
  CW: 'CASEWORKER',
  CP: 'CAMPAIGNER',
  VW: 'VIEWER',
  CS: 'COALITION_STAFF',
  TP: 'TOOL',
  PB: 'PUBLIC',
} as const;
export type MatrixActor = (typeof matrixActors)[keyof typeof matrixActors];

export interface MatrixTerm {
  readonly operations: readonly string[];
  readonly conditions: readonly string[];
}

export interface MatrixRow {
  readonly ceiling: string;
  readonly standard: string;
  /** Terms by actor, for rows of the own organisation and of others. */
  readonly cells: Readonly<
    Record<MatrixActor, { own: readonly MatrixTerm[]; others: readonly MatrixTerm[] }>
  >;
}

/** The specification, read from its document alone: no code of the hub has a part in it. */
export const permissionMatrix: ReadonlyMap<string, MatrixRow> = readMatrix();

function readMatrix(): Map<string, MatrixRow> {
  const text = readFileSync(join(__dirname, '../security/permission-matrix.md'), 'utf8');
  const [, table] = /<!-- matrix:begin -->([\s\S]*?)<!-- matrix:end -->/.exec(text)!;
  const [header, , ...body] = table!
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ) as [string[], string[], ...string[][]];
  return new Map(
    body.map((row) => {
      const column = (name: string) => row[header.indexOf(name)]!;
      const cells = Object.entries(matrixActors).map(([short, actor]) => {
        const [own, others] = column(short).split('/') as [string, string];
        return [actor, { own: terms(own), others: terms(others) }];
      });
      return [
        column('group'),
        { ceiling: column('ceiling'), standard: column('default'), cells: Object.fromEntries(cells) },
      ];
    }),
  );
}

function terms(side: string): MatrixTerm[] {
  if (side === '-') return [];
  return side.split(' ').map((term) => {
    const [operations = '', conditions] = term.split('@');
    return { operations: [...operations], conditions: conditions?.split('&') ?? [] };
  });
}
