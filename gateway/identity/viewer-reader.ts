import { LRUCache } from 'lru-cache';
import { Pool } from 'pg';
import { runPipeline } from '../../shared/database/pipeline';
import { planning } from '../../shared/database/pool';
import { HubError } from '../../shared/errors';
import type { Credential } from '../../shared/identity/credential';
import { publicViewer, type Viewer } from '../../shared/identity/viewer';
import type { Logger } from '../../shared/logger';

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
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', ({ message }) => {
    if (!pool.ending) logger.warn({ reason: message }, 'lost a connection to the database');
  });
  const known = new LRUCache<string, Reading>({ max: 5_000 });
  return {
    read: async (credential) => (await find(credential))?.viewer ?? null,
    readPublic: async () => (await find({ kind: 'none' }))!,
    close: () => pool.end(),
  };

  async function find(credential: Credential): Promise<Reading | null> {
    const asked = JSON.stringify(credential);
    const before = known.get(asked);
    const { isSame, viewer, dataVersion } = await ask([asked, before?.dataVersion, before?.validUntil]);
    if (before && isSame) return before;
    if (!viewer) {
      known.delete(asked);
      return null;
    }
    const { validUntil, ...found } = viewer;
    const reading = { viewer: { ...publicViewer, ...found }, dataVersion, validUntil };
    known.set(asked, reading);
    return reading;
  }

  async function ask(values: readonly unknown[]): Promise<Row> {
    try {
      const client = await pool.connect();
      let isBroken = true;
      try {
        const [rows] = await runPipeline(client, [{ name: 'viewer', text: question, values }]);
        isBroken = false;
        return rows![0] as unknown as Row;
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

interface Reading {
  readonly viewer: Viewer;
  /** State of all data that it was read of. */
  readonly dataVersion: string;
  /** Moment from which on it may be another although nobody wrote anything. */
  readonly validUntil: string;
}

interface Row {
  readonly isSame: boolean;
  readonly viewer: (Partial<Viewer> & Pick<Reading, 'validUntil'>) | null;
  readonly dataVersion: string;
}

/**
 * A snapshot names every transaction whose work it shows, so two that are equal show the same rows of all subgraphs.
 * Writers need not do anything for it.
 */
const question = `select "isSame", "dataVersion", case when not "isSame" then members.viewer($1) end as viewer
from (select pg_current_snapshot()::text as "dataVersion",
  coalesce(pg_current_snapshot()::text = $2 and now() < $3::timestamptz, false) as "isSame") state`;
