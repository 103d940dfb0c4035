import type { Closers } from '../../gateway/start/closers';

/** What every run has. */
export interface Workplace {
  /** Of the hubs and the database. */
  readonly secret: string;
  /** Temporary; removed at the end. */
  readonly directory: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  readonly closers: Closers;
}
