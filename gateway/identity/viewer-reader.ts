import { Pool } from 'pg';
import { type PipelinedStatement, runPipeline } from '../../shared/database/pipeline';
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
 * Reads the viewer once per request, so that a role taken away, an agreement that ended or an organisation that left
 * counts on the next one.
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
  return {
    async read(credential) {
      const { viewer } = await ask({ ...anybody, values: [JSON.stringify(credential)] });
      return viewer && { ...publicViewer, ...viewer };
    },
    async readPublic() {
      const { viewer, dataVersion } = await ask({ ...nobody, values: [JSON.stringify(none)] });
      return { viewer: { ...publicViewer, ...viewer }, dataVersion };
    },
    close: () => pool.end(),
  };

  async function ask(statement: PipelinedStatement): Promise<Row> {
    try {
      const client = await pool.connect();
      let isBroken = true;
      try {
        const [rows] = await runPipeline(client, [statement]);
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

interface Row {
  readonly viewer: Partial<Viewer> | null;
  readonly dataVersion: string;
}

const none: Credential = { kind: 'none' };

const anybody = { name: 'viewer', text: 'select members.viewer($1) as viewer' };

/**
 * A snapshot names every transaction whose work it shows, so two that are equal show the same rows of all subgraphs.
 * Writers need not do anything for it.
 */
const nobody = {
  name: 'public viewer',
  text: 'select members.viewer($1) as viewer, pg_current_snapshot()::text as "dataVersion"',
};
