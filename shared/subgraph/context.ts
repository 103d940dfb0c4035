import DataLoader from 'dataloader';
import type { Session, StatementObserver } from '../database/session';
import type { Viewer } from '../identity/viewer';

export type { StatementObserver };

type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/** What resolvers get: one per request and subgraph. Loaders live and die with it, so nothing is shared between viewers. */
export class SubgraphContext {
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();

  constructor(
    readonly viewer: Viewer,
    readonly languages: readonly string[],
    readonly session: Session,
  ) {}

  /**
   * The loader of that name, made on first use. The name holds everything but the key that the batch
   * depends on (arguments as JSON, for instance).
   */
  loader<Key, Value>(name: string, batch: Batch<Key, Value>): DataLoader<Key, Value> {
    let loader = this.loaders.get(name);
    if (!loader) {
      loader = new DataLoader(batch as Batch<unknown, unknown>);
      this.loaders.set(name, loader);
    }
    return loader as DataLoader<Key, Value>;
  }
}
