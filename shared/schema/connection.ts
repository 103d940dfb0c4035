import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import {
  countRows,
  countRowsPerParent,
  type ListQuery,
  type Page,
  readPage,
  readPages,
} from '../database/page';
import type { SubgraphContext } from '../subgraph/context';

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether more rows follow.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` to read on; null on an empty page.',
  })
  endCursor!: string | null;
}

/** What a connection resolves to; `totalCount` is a statement of its own, run only when selected. */
export interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
}

/** The Relay connection type of a node type, and its edge type. */
export function connectionType(node: ClassType, name: string): ClassType<Connection<never>> {
  @Directive('@shareable')
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, and its place in it.` })
  class Edge {
    @Field({ description: 'Give it as `after` to read on from here.' })
    cursor!: string;

    @Field(() => node, { description: 'The row itself.' })
    node!: unknown;
  }

  @Directive('@shareable')
  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class NodeConnection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The rows alone.' })
    nodes!: unknown[];

    @Field({ description: 'Whether more follow.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: 'How many rows you may see in the whole list; counted apart, so ask only when needed.',
      // What is only read off an object must be there already.
      simple: false,
    })
    totalCount!: number;
  }
  return NodeConnection as unknown as ClassType<Connection<never>>;
}

export interface ConnectionArgs {
  readonly first: number;
  readonly after?: string | undefined;
}

/** A list at the root of the graph. */
export async function connection<Row extends object>(
  context: SubgraphContext,
  query: ListQuery,
  args: ConnectionArgs,
): Promise<Connection<Row>> {
  const page = await readPage<Row>(context.session, query, args);
  return connectionOf(context, page, () => countRows(context.session, query));
}

/** A list under a parent, batched: the same field with the same arguments under many parents is one statement. */
export function connectionUnder<Row extends object>(
  context: SubgraphContext,
  query: ListQuery & { readonly perParent: NonNullable<ListQuery['perParent']> },
  parentId: string,
  args: ConnectionArgs,
): Promise<Connection<Row>> {
  const conditions = [query.perParent, ...query.where].map(({ text, values }) => [text, values]);
  const identity = JSON.stringify([query.name, query.orderBy.name, conditions, args.first, args.after]);
  const counts = context.loader<string, number>(`count ${identity}`, (ids) =>
    countRowsPerParent(context.session, query, ids),
  );
  const pages = context.loader<string, Page<Row>>(`page ${identity}`, (ids) =>
    readPages<Row>(context.session, query, ids, args),
  );
  return pages.load(parentId).then((page) => connectionOf(context, page, () => counts.load(parentId)));
}

/** A page that was read in a way of its own. */
export function connectionOf<Row>(
  context: SubgraphContext,
  page: Page<Row>,
  count: () => Promise<number>,
): Connection<Row> {
  context.spend(page.rows.length);
  const last = page.rows.at(-1);
  // Getters, so that only what is selected is made: sealing cursors that nobody asked for is work for nothing.
  return {
    nodes: page.rows,
    get edges() {
      return page.rows.map((node) => ({
        get cursor() {
          return page.cursorOf(node);
        },
        node,
      }));
    },
    pageInfo: {
      hasNextPage: page.hasNextPage,
      get endCursor() {
        return last ? page.cursorOf(last) : null;
      },
    },
    get totalCount() {
      return count();
    },
  };
}
