/**
 * Ids of log entries (`org_…:7`) as ranges (`org_…:3..7`): who reads a hundred entries leaves one short row about it,
 * and nothing is left out. Other ids stay as they are.
 */
export function withRanges(ids: Iterable<string>): string[] {
  const plain: string[] = [];
  const numbered = new Map<string, number[]>();
  for (const id of ids) {
    const entry = /^(.+):(\d+)$/.exec(id);
    if (entry) numbered.set(entry[1]!, [...(numbered.get(entry[1]!) ?? []), Number(entry[2])]);
    else plain.push(id);
  }
  const ranges = [...numbered].flatMap(([chain, numbers]) =>
    runsOf(numbers).map(([first, last]) =>
      first === last ? `${chain}:${first}` : `${chain}:${first}..${last}`,
    ),
  );
  return [...plain.sort(), ...ranges];
}

function runsOf(numbers: number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers.sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
