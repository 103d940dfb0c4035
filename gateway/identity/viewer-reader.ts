import { Pool } from 'pg';
import { HubError } from '../../shared/errors';
import { type Role, roles, type Viewer } from '../../shared/identity/viewer';
import type { Logger } from '../../shared/logger';
import type { TokenSubject } from './token';

export interface ViewerReader {
  /**
   * What the database knows about the person, or null when it knows no active account of theirs.
   * @throws HubError HUB_UNAVAILABLE when the database cannot be asked
   */
  read(subject: TokenSubject): Promise<Viewer | null>;
  close(): Promise<void>;
}

/**
 * Reads the viewer once per signed-in request, so that a role taken away counts on the next one.
 * @param databaseUrl logs in as a role that may execute `members.viewer` and nothing else
 */
export function createViewerReader(databaseUrl: string, logger: Logger): ViewerReader {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 4,
    connectionTimeoutMillis: 5_000,
    query_timeout: 2_000,
    statement_timeout: 2_000,
    idleTimeoutMillis: 60_000,
    application_name: 'tahaluf gateway',
  });
  // Without a listener an idle connection that breaks would end the process; the next read opens another.
  pool.on('error', ({ message }) => {
    if (!pool.ending) logger.warn({ reason: message }, 'lost a connection to the database');
  });
  return {
    async read({ personId, organizationId }) {
      try {
        const { rows } = await pool.query<ViewerRow>({ ...statement, values: [personId, organizationId] });
        return rows[0] ? asViewer(rows[0]) : null;
      } catch (error) {
        logger.error(
          { reason: error instanceof Error ? error.message : String(error) },
          'cannot read viewers',
        );
        throw new HubError('HUB_UNAVAILABLE');
      }
    },
    close: () => pool.end(),
  };
}

interface ViewerRow {
  person_id: string;
  organization_id: string;
  roles: string[];
}

const statement = {
  name: 'viewer',
  text: 'select person_id, organization_id, roles from members.viewer($1, $2)',
};

function asViewer(row: ViewerRow): Viewer {
  return {
    personId: row.person_id,
    organizationId: row.organization_id,
    // A role that this version does not know grants nothing.
    roles: row.roles.filter((role): role is Role => (roles as readonly string[]).includes(role)),
  };
}
