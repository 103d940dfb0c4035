export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows].map(line).join('\n');

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
