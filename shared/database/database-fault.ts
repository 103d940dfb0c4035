import { DatabaseError } from 'pg';
import { HubError } from '../errors';

/** A deadlock, or a conflict of what two transactions read and wrote. */
export const isConflict = (error: unknown) =>
  error instanceof DatabaseError && (error.code === '40P01' || error.code === '40001');

/** A database that is away costs the subgraph's fields; anything else is our fault and is masked later. */
export function databaseFault(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    if (error.code === '57014') return new HubError('SUBGRAPH_TIMEOUT');
    if (isConflict(error)) return new HubError('SUBGRAPH_UNAVAILABLE');
    const away = error.code?.startsWith('08') || error.code?.startsWith('57P') || error.code === '53300';
    return away ? new HubError('SUBGRAPH_UNAVAILABLE') : error;
  }
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const lost = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST)/.test(code);
  const message = error instanceof Error ? error.message : '';
  return lost || /connection (terminated|timeout)|timeout exceeded|not queryable/i.test(message)
    ? new HubError('SUBGRAPH_UNAVAILABLE')
    : error;
}
