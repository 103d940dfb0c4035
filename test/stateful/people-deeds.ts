import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { newEmail, password } from '../testkit/people';
import type { Deed } from './commands';
import { withActive } from './membership-deeds';
import { idOf, type Model } from './model';
import type { World } from './world';

const admin = 'mima:ORG_ADMIN';
const tokens = 'tokens { accessToken refreshToken }';

async function invited(world: World): Promise<{ email: string; link: string }> {
  const email = newEmail('invited');
  const { link } = await world.done('invitationCreate', { email, roles: ['VIEWER'] }, 'link', admin);
  return { email, link };
}

const accepting = (link: string) => ({ link, name: [{ language: 'en', value: 'Somebody' }], password });

async function withSignIn(model: Model, world: World): Promise<void> {
  await withActive(model, world, 'mima', 'bicf');
  const { traveller } = model;
  if (traveller.isSignedIn && traveller.tokenCounts) return;
  const input = { email: world.traveller.email, password, organization: idOf('mima') };
  const signedIn = await world.done('signIn', input, tokens, null);
  Object.assign(world.traveller, signedIn.tokens);
  Object.assign(traveller, { isSignedIn: true, tokenCounts: true, active: 'mima' });
}

export const peopleDeeds: Readonly<Record<string, Deed>> = {
  invite: async (model, world) => {
    await withActive(model, world, 'mima');
    await invited(world);
  },
  accept: async (model, world) => {
    await withActive(model, world, 'mima');
    const { email, link } = await invited(world);
    await world.done('invitationAccept', accepting(link), '', null);
    const { organization } = await world.done('signIn', { email, password }, 'organization { slug }', null);
    if (organization.slug !== 'mima') throw new Error('somebody else’s organisation');
  },
  'an invitation expires': async (model, world) => {
    await withActive(model, world, 'mima');
    const { email, link } = await invited(world);
    await world.backdate(
      `update members.invitation set invited_at = invited_at - interval '7 days', expires_at = expires_at - interval '7 days' where email = $1`,
      email,
    );
    const { userErrors } = await world.tried('invitationAccept', accepting(link), '', null);
    if (userErrors.length === 0) throw new Error('an invitation was taken up after its seven days');
  },
  'grant a role': async (model, world) => {
    await withActive(model, world, 'mima');
    if (model.traveller.roles.mima.includes('CAMPAIGNER')) return;
    await world.done('roleGrant', { person: world.traveller.personId, role: 'CAMPAIGNER' }, '', admin);
    model.traveller.roles.mima.push('CAMPAIGNER');
  },
  'revoke a role': async (model, world) => {
    await withActive(model, world, 'mima');
    const { roles } = model.traveller;
    if (!roles.mima.includes('CAMPAIGNER')) {
      await peopleDeeds['grant a role']!(model, world, 0);
    }
    await world.done('roleRevoke', { person: world.traveller.personId, role: 'CAMPAIGNER' }, '', admin);
    roles.mima = roles.mima.filter((role) => role !== 'CAMPAIGNER');
  },
  'take somebody’s only role, or give it back': async (model, world) => {
    await withActive(model, world, 'mima');
    const input = { person: demoPersonId('mima', 'CAMPAIGNER'), role: 'CAMPAIGNER' };
    await world.done(model.campaignerHasRole ? 'roleRevoke' : 'roleGrant', input, '', admin);
    model.campaignerHasRole = !model.campaignerHasRole;
  },
  'switch the organisation': async (model, world) => {
    await withSignIn(model, world);
    const { traveller } = model;
    const to = traveller.active === 'mima' ? 'bicf' : 'mima';
    const input = { organization: idOf(to) };
    const switched = await world.done('organizationSwitch', input, tokens, {
      token: world.traveller.accessToken,
    });
    const old = world.traveller.accessToken;
    Object.assign(world.traveller, switched.tokens);
    traveller.active = to;
    const { status } = await world.hub.ask('{ viewer { roles } }', { token: old });
    if (status !== 401) throw new Error('the token for the organisation before still counts');
  },
  'sign out everywhere': async (model, world) => {
    await withSignIn(model, world);
    await world.done('signOutEverywhere', null, '', { token: world.traveller.accessToken });
    model.traveller.isSignedIn = false;
  },
  'sign in again': withSignIn,
  'rotate the signing key': async (_model, world) => world.hub.rotateTokenKey(true),
  'rotate the signing key twice': async (model, world) => {
    world.hub.rotateTokenKey(false);
    model.traveller.tokenCounts = false;
    world.secondAdmin = await world.newSecondToken();
  },
};
