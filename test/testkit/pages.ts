import type { AskOptions, TestHub } from './hub';

/**
 * Every row of a list at the root, read page after page as a client would.
 * @param selection what is read of each row
 * @param fragments definitions that the selection spreads
 * @param more further arguments: `filter: { kind: "CEREMONY" }`
 */
export async function everyRow(
  hub: TestHub,
  list: string,
  selection: string,
  options: AskOptions & { more?: string; pageSize?: number; fragments?: string } = {},
  // biome-ignore lint/suspicious/noExplicitAny: rows of any list
): Promise<any[]> {
  const { more = '', pageSize = 40, fragments = '', ...asked } = options;
  const rows: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const page = `first: ${pageSize}, after: ${JSON.stringify(after)}, ${more}`;
    const { data, errors } = await hub.ask(
      `{ ${list}(${page}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } } ${fragments}`,
      asked,
    );
    if (errors) throw new Error(`${list}: ${JSON.stringify(errors)}`);
    rows.push(...data[list].nodes);
    if (!data[list].pageInfo.hasNextPage) return rows;
    after = data[list].pageInfo.endCursor;
  }
}
