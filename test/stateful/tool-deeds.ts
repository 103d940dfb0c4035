import { inDays, makeKey } from '../testkit/tool-keys';
import { at, type Deed } from './commands';
import { withActive } from './membership-deeds';
import type { Model, ModelKey } from './model';
import type { World } from './world';

const admin = 'mima:ORG_ADMIN';
const scopes = [
  ['campaign.summary:r'],
  ['report.figure:r', 'org.public:r'],
  ['campaign.summary:r', 'report.figure:r'],
];

async function create(model: Model, world: World, pick: number): Promise<ModelKey> {
  await withActive(model, world, 'mima');
  const wanted = at(scopes, pick).filter((scope) => !model.narrowed.includes(`ORG_ADMIN:${scope}`));
  const given = wanted.length > 0 ? wanted : ['event.public:r'];
  const { id, secret } = await makeKey(world.hub, { as: admin, scopes: given });
  const key = { id, secret, scopes: given, isOver: false };
  model.keys.push(key);
  // A few are enough to ask as; those that are over stay over.
  if (model.keys.length > 4) model.keys.shift();
  return key;
}

const living = async (model: Model, world: World, pick: number) =>
  model.keys.find(({ isOver }) => !isOver) ?? (await create(model, world, pick));

export const toolDeeds: Readonly<Record<string, Deed>> = {
  'create a key': async (model, world, pick) => void (await create(model, world, pick)),
  'rotate a key': async (model, world, pick) => {
    const old = await create(model, world, pick);
    const { key, secret } = await world.done(
      'apiKeyRotate',
      { key: old.id, expiresAt: inDays(30), overlapHours: 0 },
      'key { id } secret',
      admin,
    );
    old.isOver = true;
    model.keys.push({ id: key.id, secret, scopes: old.scopes, isOver: false });
  },
  'revoke a key': async (model, world, pick) => {
    await withActive(model, world, 'mima');
    const key = await living(model, world, pick);
    await world.done('apiKeyRevoke', { key: key.id }, '', admin);
    key.isOver = true;
  },
  'a key expires': async (model, world, pick) => {
    const key = await living(model, world, pick);
    await world.backdate(
      `update members.api_key set created_at = created_at - interval '90 days', expires_at = expires_at - interval '90 days' where id = $1`,
      key.id,
    );
    key.isOver = true;
  },
};
