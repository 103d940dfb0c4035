import type { Actor, Group, Operation } from './policy';

/** One term of a cell: the operations, and the conditions that must all hold. */
export interface Term {
  readonly operations: string;
  readonly conditions: readonly string[];
}

export interface Cell {
  readonly own: readonly Term[];
  readonly others: readonly Term[];
}

/** The cell of an actor, read from its text. */
export function cellOf(group: Group, actor: Actor): Cell {
  let cells = parsed.get(group);
  if (!cells) {
    cells = new Map();
    parsed.set(group, cells);
  }
  let cell = cells.get(actor);
  if (!cell) {
    cell = parse(group.cells[actor]);
    cells.set(actor, cell);
  }
  return cell;
}

/** The terms of one side that allow an operation, as the conditions they ask for. */
export function conditionsFor(terms: readonly Term[], operation: Operation): (readonly string[])[] {
  return terms.filter(({ operations }) => operations.includes(operation)).map(({ conditions }) => conditions);
}

const parsed = new WeakMap<Group, Map<Actor, Cell>>();

/** @throws Error for a text that is no cell: a typing error in a policy must not pass for a permission */
function parse(text: string): Cell {
  const sides = text.split('/');
  if (sides.length !== 2) throw new Error(`"${text}" is no cell of a permission table`);
  const [own, others] = sides.map((side) => terms(side.trim())) as [Term[], Term[]];
  return { own, others };
}

function terms(side: string): Term[] {
  if (side === '-') return [];
  return side.split(' ').map((term) => {
    const match = /^([rcudxsneq]+)(?:@([A-Z](?:&[A-Z])*))?$/.exec(term);
    if (!match) throw new Error(`"${term}" is no term of a permission table`);
    return { operations: match[1]!, conditions: match[2]?.split('&') ?? [] };
  });
}
