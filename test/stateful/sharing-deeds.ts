import { permissionMatrix } from '../testkit/permission-matrix';
import { at, type Deed } from './commands';
import { nali, withActive } from './membership-deeds';
import { type Level, levels, lowest, type Model, type PlantedGroup, plantedGroups } from './model';
import type { World } from './world';

const admin = 'mima:ORG_ADMIN';
const groups = Object.keys(plantedGroups) as PlantedGroup[];
/** What mima may take from its people and tools, as far as probes can tell. */
const narrowable = [
  'VIEWER:campaign.summary:r',
  'CAMPAIGNER:campaign.internal:r',
  'VIEWER:stakeholder.engagement:r',
  'TOOL:campaign.summary:r',
  'ORG_ADMIN:campaign.summary:r',
  'CASEWORKER:report.figure:r',
];
const asInput = (rights: readonly string[]) =>
  rights.map((right) => {
    const [role, group, operation] = right.split(':');
    return { role, group, operations: [operation] };
  });
const ceilingOf = (group: PlantedGroup) => permissionMatrix.get(group)!.ceiling as Level;
const upTo = (level: Level) => levels.slice(0, levels.indexOf(level) + 1);
const rowOf = (world: World, group: PlantedGroup) =>
  ({
    'campaign.summary': nali,
    'campaign.internal': nali,
    'stakeholder.engagement': world.engagement,
    'report.figure': world.figure.id,
  })[group];

async function setLevels(model: Model, world: World, group: PlantedGroup, level: Level, cap: Level) {
  const subgraph = plantedGroups[group];
  const before = model.groups[group];
  const widens =
    levels.indexOf(level) > levels.indexOf(before.level) || levels.indexOf(cap) > levels.indexOf(before.cap);
  const { sharing } = await world.done(
    `${subgraph}SharingSet`,
    { group, level, cap },
    'sharing { level cap proposal { id } }',
    admin,
  );
  if (!widens) model.groups[group] = { level, cap };
  if (widens !== (sharing.proposal !== null))
    throw new Error(`${group} ${level} ${cap} was taken the wrong way`);
  return sharing.proposal?.id as string | undefined;
}

export const sharingDeeds: Readonly<Record<string, Deed>> = {
  narrow: async (model, world, pick) => {
    await withActive(model, world, 'mima');
    const right = at(narrowable, pick);
    if (model.narrowed.includes(right)) return;
    const narrowed = [...model.narrowed, right];
    await world.done('orgPolicySet', { narrowed: asInput(narrowed) }, '', admin);
    model.narrowed = narrowed;
  },
  'give back with a second admin': async (model, world, pick) => {
    await withActive(model, world, 'mima');
    if (model.narrowed.length === 0) await sharingDeeds.narrow!(model, world, pick);
    const narrowed = model.narrowed.slice(1);
    const { policy } = await world.done(
      'orgPolicySet',
      { narrowed: asInput(narrowed) },
      'policy { proposal { id } }',
      admin,
    );
    await world.probe(model);
    const version = policy.proposal.id;
    const alone = await world.tried('orgPolicyApprove', { version }, '', admin);
    if (alone.userErrors.length === 0) throw new Error('one admin approved their own proposal');
    await world.done('orgPolicyApprove', { version }, '', { token: world.secondAdmin });
    model.narrowed = narrowed;
  },
  'choose the level of a row': async (model, world, pick) => {
    await withActive(model, world, 'mima');
    const group = at(groups, pick);
    const level = at(upTo(ceilingOf(group)), pick >> 3);
    await world.done(
      `${plantedGroups[group]}SharingLevelSet`,
      { id: rowOf(world, group), group, level },
      'level',
      admin,
    );
    model.chosen[group] = level;
  },
  'lower a cap': async (model, world, pick) => {
    await withActive(model, world, 'mima');
    const group = at(groups, pick);
    const { level, cap } = model.groups[group];
    const lower = at(upTo(cap), pick >> 3);
    if (lower === cap && lowest(level, lower) === level) return;
    await setLevels(model, world, group, lowest(level, lower), lower);
  },
  'widen a group with a second admin': async (model, world, pick) => {
    await withActive(model, world, 'mima');
    const group = at(groups, pick);
    const top = ceilingOf(group);
    if (model.groups[group].level === top && model.groups[group].cap === top) return;
    const version = await setLevels(model, world, group, top, top);
    await world.probe(model);
    const subgraph = plantedGroups[group];
    await world.done(`${subgraph}SharingApprove`, { version }, '', { token: world.secondAdmin });
    model.groups[group] = { level: top, cap: top };
  },
  'widen a group after three days': async (model, world, pick) => {
    await withActive(model, world, 'mima');
    const group = at(groups, pick);
    const top = ceilingOf(group);
    if (model.groups[group].level === top && model.groups[group].cap === top) return;
    const version = await setLevels(model, world, group, top, top);
    const subgraph = plantedGroups[group];
    const early = await world.tried(`${subgraph}SharingApply`, { version }, '', admin);
    if (early.userErrors.length === 0) throw new Error('a widening was applied before three days');
    await world.backdate(
      `update ${subgraph}.sharing_version set effective_at = effective_at - interval '72 hours' where id = $1`,
      version,
    );
    await world.done(`${subgraph}SharingApply`, { version }, '', admin);
    model.groups[group] = { level: top, cap: top };
  },
};
