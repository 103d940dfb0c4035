import sql from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import { columnsOf, tableOf } from '../database/columns';
import { insertRow, updateRow } from '../database/write-rows';
import { HubError } from '../errors';
import { refuse } from '../mutation/user-errors';
import { levelsFrom, type SharingLevel, sharingLevels } from '../permission/policy';
import { newId } from '../schema/type-id';
import type { SubgraphContext } from '../subgraph/context';
import { applyLevels, levelsInForce } from './row-levels';
import type { SharingSetInput } from './sharing.inputs';
import { bounds } from './sharing-policy';
import { type SharingVersion, VersionState } from './sharing-version';

type Version = ClassType<SharingVersion>;

/** Proposes how a group is shared. The database decides whether it is in force at once or waits for a second person. */
export async function proposeSharing(
  context: SubgraphContext,
  Version: Version,
  { group, level, cap }: SharingSetInput,
): Promise<void> {
  const known = bounds(context.policy);
  if (!Object.hasOwn(known, group)) refuse('GROUP_NOT_SHAREABLE', 'group');
  if (isWider(cap, known[group]![1])) refuse('LEVEL_ABOVE_CEILING', 'cap');
  if (isWider(level, cap)) refuse('LEVEL_ABOVE_CAP', 'level');
  const now = await levelsInForce(context, group);
  if (now.level === level && now.cap === cap) refuse('UNCHANGED');
  if (isWider(level, now.level) || isWider(cap, now.cap)) requireSecondFactor(context);
  const id = newId('SharingVersion');
  await insertRow(context.session, Version, {
    organizationId: context.viewer.organizationId!,
    id,
    groupName: group,
    level,
    cap,
    // The database says what these are.
    version: 1,
    state: VersionState.PROPOSED,
    widens: true,
    proposedBy: context.viewer.personId!,
    effectiveAt: new Date(),
  });
  const { state } = await findVersion(context, Version, id);
  if (state === VersionState.IN_FORCE) await applyLevels(context, group);
}

/**
 * Puts a proposal in force: a second admin at any time, the proposer once its day has come.
 * @returns its group
 */
export async function enactSharing(
  context: SubgraphContext,
  Version: Version,
  id: string,
  by: 'second person' | 'time',
): Promise<string> {
  const { state, proposedBy, isDue, groupName } = await findVersion(context, Version, id);
  if (state !== VersionState.PROPOSED) refuse('INVALID_STATE', 'version');
  if (by === 'second person' && proposedBy === context.viewer.personId)
    refuse('SECOND_PERSON_REQUIRED', 'version');
  if (by === 'time' && !isDue) refuse('TOO_EARLY', 'version');
  await setState(context, Version, id, VersionState.IN_FORCE);
  await applyLevels(context, groupName);
  return groupName;
}

/** @returns the group of the proposal that is refused */
export async function dismissSharing(
  context: SubgraphContext,
  Version: Version,
  id: string,
): Promise<string> {
  const { state, groupName } = await findVersion(context, Version, id);
  if (state !== VersionState.PROPOSED) refuse('INVALID_STATE', 'version');
  await setState(context, Version, id, VersionState.REFUSED);
  return groupName;
}

async function findVersion(context: SubgraphContext, Version: Version, id: string) {
  const [found] = await context.session.rows<SharingVersion & { isDue: boolean }>(sql`
select ${columnsOf(Version)}, t.effective_at <= now() as "isDue" from ${tableOf(Version)} t where t.id = ${id}`);
  return found ?? refuse('NOT_FOUND', 'version');
}

const setState = (context: SubgraphContext, Version: Version, id: string, state: VersionState) =>
  // Where somebody else was faster there is nothing left to change.
  updateRow(context.session, Version, { state }, sql`t.id = ${id} and t.state = 'PROPOSED'`);

function requireSecondFactor({ viewer }: SubgraphContext): void {
  if (viewer.secondFactorAt === null) throw new HubError('SECOND_FACTOR_REQUIRED');
}

const isWider = (one: string, other: string) =>
  levelsFrom(other as SharingLevel)
    .slice(1)
    .includes(one as SharingLevel) && sharingLevels.includes(one as SharingLevel);
