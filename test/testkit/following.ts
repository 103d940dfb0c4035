import type { Asker, TestHub } from './hub';
import { mutationText } from './schema-arguments';

interface Told {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly campaign: { readonly id: string } | null;
    readonly bill: { readonly id: string } | null;
    readonly legislator: { readonly id: string } | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

type Administrator = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/** Reading what has changed about what somebody follows. */
export function followingOf(hub: TestHub, administrator: Administrator) {
  /**
   * Changes are told once every transaction has ended that began before them, also those of other tests on the same
   * server: waits until all that run now have.
   */
  async function settled(): Promise<void> {
    const [now] = await administrator<{ next: string }>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text as next',
    );
    for (;;) {
      const [row] = await administrator<{ done: boolean }>(
        'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as done',
        [now!.next],
      );
      if (row!.done) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** What is told at this moment. */
  async function toldNow(as: Asker, page: object = {}, follower = 'ONESELF'): Promise<Told> {
    const { data, errors } = await hub.ask(
      `query ($first: Int, $after: String, $follower: Follower!) {
        followedChanges(first: $first, after: $after, follower: $follower) {
          nodes { id kind campaign { id } bill { id } legislator { id } } pageInfo { hasNextPage endCursor } totalCount
        } }`,
      { as, variables: { first: 20, follower, ...page } },
    );
    expect(errors).toBeUndefined();
    return data.followedChanges;
  }

  return {
    toldNow,
    settled,
    async changesFor(...asked: Parameters<typeof toldNow>): Promise<Told> {
      await settled();
      return toldNow(...asked);
    },
    /** How many follows moved on. */
    async acknowledge(as: Asker, cursor: string): Promise<number> {
      const { data, errors } = await hub.ask(
        mutationText('followAcknowledge', 'follows userErrors { code }'),
        { as, variables: { input: { cursor } } },
      );
      expect(errors).toBeUndefined();
      expect(data.followAcknowledge.userErrors).toEqual([]);
      return data.followAcknowledge.follows;
    },
  };
}
