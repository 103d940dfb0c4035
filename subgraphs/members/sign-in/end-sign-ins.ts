import sql, { type Sql } from 'sql-template-tag';
import type { Session } from '../../../shared/database/session';
import { updateRows } from '../../../shared/database/write-rows';
import { SignIn } from './sign-in.entity';

/** Ends those of one's own sign-ins that meet the condition; their tokens count no more on the next request. */
export function endOwnSignIns(
  session: Session,
  endedBecause: 'SIGNED_OUT' | 'PASSWORD_CHANGED',
  where: Sql,
): Promise<number> {
  const changes = { endedAt: new Date(), endedBecause };
  return updateRows(session, SignIn, changes, sql`t.ended_at is null and ${where}`);
}
