import { LRUCache } from 'lru-cache';
import { Pool } from 'pg';
import { type PipelinedStatement, runPipeline } from '../../shared/database/pipeline';
import { planning } from '../../shared/database/pool';
import { HubError } from '../../shared/errors';
import type { Credential } from '../../shared/identity/credential';
import { publicViewer, type Viewer } from '../../shared/identity/viewer';
import type { Logger } from '../../shared/logger';
import { askedTogether } from './asked-together';

export interface ViewerReader {
  /**
   * Who a credential leads to at this moment, or null when there is no active account behind it. Also without any
   * credential the database says which organisations are hidden from everybody.
   * @throws HubError HUB_UNAVAILABLE when the database cannot be asked
   */
  read(credential: Credential): Promise<Viewer | null>;
  /** The viewer without a credential, and the state of all data at that moment: equal while nothing changed. */
  readPublic(): Promise<{ viewer: Viewer; dataVersion: string }>;
  close(): Promise<void>;
}

/**
 * Asks the database about the viewer once per request, so that a role taken away, an agreement that ended or an organisation
 * that left counts on the next one. Where nothing at all was written since the last answer and no time has come that would
 * change it, the database says only that.
 * @param databaseUrl logs in as a role that may execute `members.viewer` and nothing else
 */
export function createViewerReader(databaseUrl: string, logger: Logger): ViewerReader {
  const known = new LRUCache<string, Reading>({ max: 2_000 });
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 4,
    options: planning,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    statement_timeout: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'tahaluf gateway',
  });
  // Without listeners a connection that breaks, in use or idle, would end the process; the next read opens another.
  pool.on('connect', (client) => {
    client.on('error', () => {});
    // It may be another server, or one that fell: those may count transactions again that had been counted.
    known.clear();
  });
  pool.on('error', ({ message }) => {
    if (!pool.ending) logger.warn({ reason: message }, 'lost a connection to the database');
  });
  const stateNow = askedTogether(async () => (await ask<State>(stateQuestion, []))[0]!);
  return {
    read: async (credential) => (await find(credential))?.viewer ?? null,
    readPublic: async () => (await find({ kind: 'none' }))!,
    close: () => pool.end(),
  };

  async function find(credential: Credential): Promise<Reading | null> {
    const asked = JSON.stringify(credential);
    if (known.has(asked)) {
      // The next question is the second try.
      const state = await stateNow().catch(() => null);
      const before = known.get(asked);
      if (state && before && isAsBefore(before, state)) return before;
    }
    const [row] = await ask<ViewerRow>(viewerQuestion, [asked]);
    if (!row!.viewer) {
      known.delete(asked);
      return null;
    }
    const { validUntil, ...found } = row!.viewer;
    const reading = {
      viewer: { ...publicViewer, ...found },
      dataVersion: row!.dataVersion,
      validUntil: validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(validUntil),
    };
    known.set(asked, reading);
    return reading;
  }

  async function ask<Row>(
    question: Omit<PipelinedStatement, 'values'>,
    values: readonly unknown[],
  ): Promise<Row[]> {
    try {
      const client = await pool.connect();
      let isBroken = true;
      try {
        const [rows] = await runPipeline(client, [{ ...question, values }]);
        isBroken = false;
        return rows as Row[];
      } finally {
        client.release(isBroken);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.error({ reason }, 'cannot read viewers');
      throw new HubError('HUB_UNAVAILABLE');
    }
  }
}

interface State {
  /**
   * A snapshot names every transaction whose work it shows, so two that are equal show the same rows of all subgraphs.
   * Writers need not do anything for it.
   */
  readonly dataVersion: string;
  /** The database's clock, in milliseconds since 1970. */
  readonly now: number;
}

const stateQuestion = {
  name: 'state',
  text: `select pg_current_snapshot()::text as "dataVersion", extract(epoch from now())::float8 * 1000 as now`,
};

interface ViewerRow extends Pick<State, 'dataVersion'> {
  /** `validUntil` is null for what the clock does not change. */
  readonly viewer: (Partial<Viewer> & { readonly validUntil: string | null }) | null;
}

const viewerQuestion = {
  name: 'viewer',
  text: 'select members.viewer($1) as viewer, pg_current_snapshot()::text as "dataVersion"',
};

interface Reading {
  readonly viewer: Viewer;
  /** State of all data that it was read of. */
  readonly dataVersion: string;
  /** Moment from which on it may be another although nobody wrote anything, in milliseconds since 1970. */
  readonly validUntil: number;
}

const isAsBefore = ({ dataVersion, validUntil }: Reading, state: State): boolean =>
  dataVersion === state.dataVersion && state.now < validUntil;
