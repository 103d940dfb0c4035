import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstAdmin } from '../../../gateway/admin.command';
import { renewAccountsOf } from '../../../gateway/keys/renew-accounts';
import { readSettings } from '../../../gateway/settings';
import { generateTokenKey } from '../../../shared/identity/token-keys';
import { seedId } from '../../../shared/schema/type-id';
import { asAdministrator, ownDatabase, testSecret } from '../../testkit/database';
import { startTestHub } from '../../testkit/hub';
import { askHub, hubProcesses } from '../../testkit/hub-process';
import { codeOf, codes, newEmail, password, peopleOf } from '../../testkit/people';

describe('npm run admin on the embedded database of a production hub', () => {
  const environment = {
    NODE_ENV: 'production',
    HUB_SECRET: testSecret,
    HUB_TOKEN_PRIVATE_KEY: generateTokenKey(),
  };
  let directory: string;
  let hubs: ReturnType<typeof hubProcesses>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tahaluf-admin-'));
    hubs = hubProcesses(join(directory, 'data'));
  });
  afterAll(async () => {
    await hubs.stopAll();
    await rm(directory, { recursive: true, force: true });
  });

  const invite = (...args: string[]) => hubs.command('admin.command.js', args, environment);

  it('makes the first account, beside the hub and without one', async () => {
    const hub = await hubs.start(environment);
    const ask = async (query: string, token?: string) => (await askHub(hub.port, query, token)).data;
    const email = newEmail();
    const { stdout, stderr, status } = invite('nair', email);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('seven days') });
    const link = stdout.trim();
    expect(link).toMatch(/^thi_[0-9A-Za-z]{49}$/);
    const accepted = await ask(`mutation { invitationAccept(input: {
      link: "${link}", password: "${password}", name: [{ language: "ar", value: "ليلى" }] }) { waiting userErrors { code } } }`);
    expect(accepted.invitationAccept).toEqual({ waiting: [], userErrors: [] });
    const { signIn } = await ask(
      `mutation { signIn(input: { email: "${email}", password: "${password}" }) { tokens { accessToken } } }`,
    );
    const { viewer } = await ask(
      '{ viewer { roles name { value } organization { slug } } }',
      signIn.tokens.accessToken,
    );
    expect(viewer).toEqual({ roles: ['ORG_ADMIN'], name: { value: 'ليلى' }, organization: { slug: 'nair' } });

    const again = invite('nair', newEmail());
    expect({ status: again.status, stdout: again.stdout }).toEqual({ status: 1, stdout: '' });
    expect(again.stderr).toMatch(/has an administrator.*COMMAND_REFUSED/);

    await hub.stop('SIGTERM');
    expect(invite('mima', newEmail()).stdout).toMatch(/^thi_/);
    for (const [args, reason] of [
      [['mima'], /^Usage/],
      [['mima', 'nobody'], /no e-mail address/],
      [['no-such', newEmail()], /no active member/],
      [['unhcr', newEmail()], /no active member/],
    ] as const) {
      const refused = invite(...args);
      expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' });
      expect(refused.stderr).toMatch(reason);
    }
  });
});

describe('npm run admin on a database of somebody else', () => {
  it('invites for a member without an administrator, and voids the link of before', async () => {
    const database = await ownDatabase();
    const hub = await startTestHub('local', database.url);
    try {
      const people = peopleOf(hub);
      const settings = readSettings([], {
        DATABASE_URL: database.url,
        HUB_SECRET: testSecret,
        HUB_IDENTITY_SECRET: testSecret,
        HUB_TOKEN_PRIVATE_KEY: generateTokenKey(),
      });
      await expect(firstAdmin(settings, 'mima', newEmail())).rejects.toThrow('has an administrator');
      await asAdministrator(
        `delete from members.sensitive_role_grant where organization_id = $1`,
        [seedId('Organization', 'mima')],
        database.url,
      );
      const before = await firstAdmin(settings, 'mima', newEmail());
      const email = newEmail();
      const link = await firstAdmin(settings, 'mima', email);
      expect(codes(await people.accept(before))).toEqual(['LINK_REFUSED']);
      expect(codes(await people.accept(link))).toEqual([]);
      const { tokens } = await people.signIn({ email, password });
      expect((await people.whoAmI(tokens.accessToken)).data.viewer.roles).toEqual(['ORG_ADMIN']);
    } finally {
      await hub.close();
      await database.drop();
    }
  });
});

describe('renewing accounts before an identity secret is forgotten', () => {
  it('keeps everybody able to sign in, with their second factor', async () => {
    const database = await ownDatabase();
    const hub = await startTestHub('local', database.url);
    const next = 'another-identity-secret-with-more-than-32-characters';
    try {
      const people = peopleOf(hub);
      const admin = await hub.provenTokenFor('mima:ORG_ADMIN');
      const { email, secret } = await people.withFactor(await people.join(admin, ['VIEWER']));
      const settings = readSettings([], {
        DATABASE_URL: database.url,
        HUB_SECRET: testSecret,
        HUB_IDENTITY_SECRET: next,
        HUB_IDENTITY_PREVIOUS_SECRETS: testSecret,
        HUB_TOKEN_PRIVATE_KEY: generateTokenKey(),
      });
      expect(await renewAccountsOf(settings)).toBe(1);
      // The test's hub knows the old secret only: nothing of the account is made with it any more.
      const code = codeOf(secret);
      expect(codes(await people.signIn({ email, password, code }))).toEqual(['SIGN_IN_REFUSED']);
      const back = readSettings([], {
        DATABASE_URL: database.url,
        HUB_SECRET: testSecret,
        HUB_IDENTITY_SECRET: testSecret,
        HUB_IDENTITY_PREVIOUS_SECRETS: next,
        HUB_TOKEN_PRIVATE_KEY: generateTokenKey(),
      });
      expect(await renewAccountsOf(back)).toBe(1);
      expect(codes(await people.signIn({ email, password, code }))).toEqual([]);
    } finally {
      await hub.close();
      await database.drop();
    }
  });
});
