import { at, type Deed } from './commands';
import { withActive } from './membership-deeds';
import { idOf, type Model, type ModelAgreement, underAgreement } from './model';
import type { World } from './world';

const admin = 'mima:ORG_ADMIN';
const partner = 'bicf:ORG_ADMIN';

const living = (model: Model) => model.agreements.filter(({ isOver }) => !isOver);

async function revoke(world: World, agreement: ModelAgreement): Promise<void> {
  await world.done('agreementRevoke', { agreement: agreement.id }, '', partner);
  agreement.isOver = true;
}

/** A living agreement is in the way of another one about the same group. */
async function propose(model: Model, world: World, pick: number): Promise<ModelAgreement> {
  await withActive(model, world, 'mima', 'bicf');
  for (const agreement of living(model)) await revoke(world, agreement);
  const groups = at([['campaign.internal'], ['stakeholder.engagement'], [...underAgreement]], pick);
  const { agreement } = await world.done(
    'agreementPropose',
    {
      partner: idOf('bicf'),
      purpose: [{ language: 'en', value: 'A common summer campaign' }],
      groups,
      maximumLevel: 'COALITION',
      startsOn: await world.day('0 days'),
      endsOn: await world.day('6 months'),
    },
    'agreement { id }',
    admin,
  );
  const made = {
    id: agreement.id,
    groups,
    proposed: null,
    isSigned: false,
    isSuspended: false,
    isOver: false,
  };
  model.agreements.push(made);
  return made;
}

async function signed(model: Model, world: World, pick: number): Promise<ModelAgreement> {
  await withActive(model, world, 'mima', 'bicf');
  const agreement = living(model)[0] ?? (await propose(model, world, pick));
  if (agreement.isSuspended) await resume(world, agreement);
  if (agreement.isSigned) return agreement;
  await world.done('agreementSign', { agreement: agreement.id }, '', partner);
  agreement.isSigned = true;
  return agreement;
}

async function suspend(world: World, agreement: ModelAgreement): Promise<void> {
  await world.done('agreementSuspend', { agreement: agreement.id }, '', admin);
  agreement.isSuspended = true;
}

async function resume(world: World, agreement: ModelAgreement): Promise<void> {
  await world.done('agreementResume', { agreement: agreement.id }, '', admin);
  agreement.isSuspended = false;
}

export const agreementDeeds: Readonly<Record<string, Deed>> = {
  'propose an agreement': async (model, world, pick) => void (await propose(model, world, pick)),
  'sign an agreement': async (model, world, pick) => {
    await propose(model, world, pick);
    await world.probe(model);
    await signed(model, world, pick);
  },
  'amend an agreement': async (model, world, pick) => {
    const agreement = await signed(model, world, pick);
    const groups = agreement.groups.length > 1 ? [at(underAgreement, pick)] : [...underAgreement];
    await world.done('agreementAmend', { agreement: agreement.id, groups }, '', admin);
    // Until the other party has signed the new terms, the old ones count.
    await world.probe(model);
    await world.done('agreementSign', { agreement: agreement.id }, '', partner);
    agreement.groups = groups;
  },
  'suspend an agreement': async (model, world, pick) => suspend(world, await signed(model, world, pick)),
  'resume an agreement': async (model, world, pick) => {
    const agreement = await signed(model, world, pick);
    await suspend(world, agreement);
    await world.probe(model);
    await resume(world, agreement);
  },
  'revoke an agreement': async (model, world, pick) => revoke(world, await signed(model, world, pick)),
  'an agreement runs out': async (model, world, pick) => {
    const agreement = await signed(model, world, pick);
    // On its last day it counts; on the day after it does not.
    const until = (day: string) =>
      world.backdate(
        `update members.agreement set starts_on = current_date - 30, ends_on = ${day} where id = $1`,
        agreement.id,
      );
    await until('current_date');
    await world.probe(model);
    await until('current_date - 1');
    agreement.isOver = true;
  },
};
