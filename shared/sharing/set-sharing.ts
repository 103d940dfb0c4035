import type { ClassType } from 'type-graphql';
import { insertRow } from '../database/write-rows';
import { refuse } from '../mutation/user-errors';
import { levelsFrom, type SharingLevel } from '../permission/policy';
import { newId } from '../schema/type-id';
import type { SubgraphContext } from '../subgraph/context';
import { dismissVersion, enactVersion, findVersion, newVersion, requireSecondFactor } from './decide-version';
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
  await insertRow<SharingVersion>(context.session, Version, {
    ...newVersion(context, id),
    groupName: group,
    level,
    cap,
  });
  const { state } = await findVersion(context, Version, id);
  if (state === VersionState.IN_FORCE) await applyLevels(context, group);
}

/** @returns the group whose proposal is in force now */
export async function enactSharing(
  context: SubgraphContext,
  Version: Version,
  id: string,
  by: 'second person' | 'time',
): Promise<string> {
  const { groupName } = await enactVersion(context, Version, id, by);
  await applyLevels(context, groupName);
  return groupName;
}

/** @returns the group whose proposal is refused */
export async function dismissSharing(
  context: SubgraphContext,
  Version: Version,
  id: string,
): Promise<string> {
  return (await dismissVersion(context, Version, id)).groupName;
}

const isWider = (one: string, other: string) =>
  levelsFrom(other as SharingLevel)
    .slice(1)
    .includes(one as SharingLevel);
