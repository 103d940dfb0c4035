import { seedId } from '../../shared/schema/type-id';
import { newEmail } from '../testkit/people';
import type { Deed } from './commands';
import { idOf, type Model, type Slug } from './model';
import type { World } from './world';

export const staff = 'nair:COALITION_STAFF';
const texts = (en: string) => [
  { language: 'en', value: en },
  { language: 'ar', value: `${en} بالعربية` },
];

/** What most deeds take first. */
export async function withActive(model: Model, world: World, ...slugs: readonly Slug[]): Promise<void> {
  for (const slug of slugs) if (model.status[slug] === 'SUSPENDED') await takeBack(model, world, slug);
}

async function takeBack(model: Model, world: World, slug: Slug): Promise<void> {
  await world.done('membershipReactivate', { organization: idOf(slug), reason: 'Paid.' }, '', staff);
  model.status[slug] = 'ACTIVE';
}

async function suspended(model: Model, world: World, slug: Slug): Promise<void> {
  await world.done('membershipSuspend', { organization: idOf(slug), reason: 'Dues.' }, '', staff);
  model.status[slug] = 'SUSPENDED';
}

/** Few applications are taken from one address on a day; what came before is of another day here. */
const apply = async (world: World): Promise<string> => {
  await world.move(`delete from members.application_count`);
  const { application } = await world.done(
    'membershipApply',
    {
      name: texts(`Harbour Centre ${newEmail('c')}`),
      kind: 'NGO',
      country: 'US',
      description: texts('Helps those who arrive.'),
      contactName: 'Rania',
      contactEmail: newEmail('rania'),
      reason: 'We work with three of your members.',
    },
    'application { id }',
    null,
  );
  return application.id;
};

export const membershipDeeds: Readonly<Record<string, Deed>> = {
  apply: async (_model, world) => void (await apply(world)),
  admit: async (model, world) => {
    const input = { application: await apply(world) };
    await world.done('membershipReviewStart', input, '', staff);
    const { application } = await world.done(
      'membershipAdmit',
      input,
      'application { organization { id } }',
      staff,
    );
    model.newcomers.push(application.organization.id);
  },
  'suspend a member': async (model, world, pick) => {
    const slug = pick % 2 ? 'mima' : 'bicf';
    if (model.isActive(slug)) await suspended(model, world, slug);
  },
  'take a member back': async (model, world, pick) => {
    const slug = pick % 2 ? 'mima' : 'bicf';
    if (model.isActive(slug)) await suspended(model, world, slug);
    await takeBack(model, world, slug);
  },
  leave: async (model, world) => {
    if (model.status.iom === 'LEFT') return;
    await world.done('membershipLeave', { reason: 'Our work is done.' }, '', 'iom:ORG_ADMIN');
    model.status.iom = 'LEFT';
  },
};

export const nali = seedId('Campaign', 'mima-nali');
