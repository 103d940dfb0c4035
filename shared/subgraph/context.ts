import DataLoader from 'dataloader';
import type { Session, StatementObserver } from '../database/session';
import { HubError } from '../errors';
import type { IdentityKeys } from '../identity/identity-keys';
import type { Keyring } from '../identity/keyring';
import type { RequestClaims, Viewer } from '../identity/viewer';
import type { Policy } from '../permission/policy';
import type { FieldsAsked } from './fields-asked';

export type { StatementObserver };

type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/** Rows that one operation may have from one subgraph, counted as often as they stand in the answer. */
export const maximumRows = 20_000;

export const tooManyRows = () =>
  new HubError('QUERY_TOO_COMPLEX', `An operation gets at most ${maximumRows} rows from one subgraph.`);

/** What resolvers get: one per request and subgraph. Loaders live and die with it, so nothing is shared between viewers. */
export class SubgraphContext {
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  private rowsLeft = maximumRows;

  constructor(
    readonly claims: RequestClaims,
    readonly session: Session,
    private readonly definition: { readonly name: string; readonly policy: Policy },
    /** All that the operation asks for; null where that cannot be said. */
    readonly fields: FieldsAsked | null = null,
    private readonly keys?: IdentityKeys,
    private readonly contacts?: Keyring,
  ) {}

  get viewer(): Viewer {
    return this.claims.viewer;
  }

  /** The database schema of the subgraph, which is also its name. */
  get schema(): string {
    return this.definition.name;
  }

  get policy(): Policy {
    return this.definition.policy;
  }

  /** BCP 47 tags, most wanted first. */
  get languages(): readonly string[] {
    return this.claims.languages;
  }

  /** @throws where the definition of the subgraph does not ask for them, which is a mistake in the program */
  get identityKeys(): IdentityKeys {
    if (!this.keys) throw new Error('this subgraph has no identity keys');
    return this.keys;
  }

  /** @throws where the definition of the subgraph does not ask for them, which is a mistake in the program */
  get contactKeys(): Keyring {
    if (!this.contacts) throw new Error('this subgraph has no contact keys');
    return this.contacts;
  }

  /** Whether the operation has asked for more rows than one may have. */
  get isSpent(): boolean {
    return this.rowsLeft < 0;
  }

  /**
   * Takes rows that a list gives from the operation's budget. A loader reads a row once, but the answer walks it
   * again under every parent: four nested pages of a hundred would be a hundred million.
   * @throws HubError QUERY_TOO_COMPLEX
   */
  spend(rows: number): void {
    this.rowsLeft -= rows;
    if (this.isSpent) throw tooManyRows();
  }

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

  /** Forgets what loaders have read: after a mutation it may have changed. */
  forget(): void {
    this.loaders.clear();
  }
}
