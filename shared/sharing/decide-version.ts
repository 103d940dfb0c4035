import sql from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import { columnsOf, tableOf } from '../database/columns';
import { updateRow } from '../database/write-rows';
import { HubError } from '../errors';
import { refuse } from '../mutation/user-errors';
import type { SubgraphContext } from '../subgraph/context';
import { type PolicyVersionRow, VersionState } from './sharing-version';

/**
 * Puts a proposal in force: a second admin at any time, its proposer once its day has come. The database holds to that
 * as well; here it is said in words.
 * @throws Refusal
 */
export async function enactVersion<Row extends PolicyVersionRow>(
  context: SubgraphContext,
  Version: ClassType<Row>,
  id: string,
  by: 'second person' | 'time',
): Promise<Row> {
  const version = await findVersion(context, Version, id);
  if (version.state !== VersionState.PROPOSED) refuse('INVALID_STATE', 'version');
  if (by === 'second person' && version.proposedBy === context.viewer.personId) {
    refuse('SECOND_PERSON_REQUIRED', 'version');
  }
  if (by === 'time' && !version.isDue) refuse('TOO_EARLY', 'version');
  await setState(context, Version, id, VersionState.IN_FORCE);
  return version;
}

/** @throws Refusal when it is no proposal any more */
export async function dismissVersion<Row extends PolicyVersionRow>(
  context: SubgraphContext,
  Version: ClassType<Row>,
  id: string,
): Promise<Row> {
  const version = await findVersion(context, Version, id);
  if (version.state !== VersionState.PROPOSED) refuse('INVALID_STATE', 'version');
  await setState(context, Version, id, VersionState.REFUSED);
  return version;
}

/** @throws Refusal NOT_FOUND, also for a version of another organisation */
export async function findVersion<Row extends PolicyVersionRow>(
  context: SubgraphContext,
  Version: ClassType<Row>,
  id: string,
): Promise<Row & { readonly isDue: boolean }> {
  const [found] = await context.session.rows<Row & { isDue: boolean }>(sql`
select ${columnsOf(Version)}, t.effective_at <= now() as "isDue" from ${tableOf(Version)} t where t.id = ${id}`);
  return found ?? refuse('NOT_FOUND', 'version');
}

/** What a version is inserted with, beside what it says; the database says what most of these are. */
export const newVersion = ({ viewer }: SubgraphContext, id: string) => ({
  organizationId: viewer.organizationId!,
  id,
  version: 1,
  state: VersionState.PROPOSED,
  widens: true,
  proposedBy: viewer.personId!,
  effectiveAt: new Date(),
});

export function requireSecondFactor({ viewer }: SubgraphContext): void {
  if (viewer.secondFactorAt === null) throw new HubError('SECOND_FACTOR_REQUIRED');
}

const setState = <Row extends PolicyVersionRow>(
  context: SubgraphContext,
  Version: ClassType<Row>,
  id: string,
  state: VersionState,
) =>
  // Where somebody else was faster there is nothing left to change.
  updateRow<PolicyVersionRow>(
    context.session,
    Version,
    { state },
    sql`t.id = ${id} and t.state = 'PROPOSED'`,
  );
