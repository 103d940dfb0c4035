import { readSettings } from '../../../gateway/settings';
import { newSecret } from '../../../shared/identity/secret';
import { seedId } from '../../../shared/schema/type-id';
import { bytes, transports } from '../../testkit/hub';
import { startIdentityProvider, type TestProvider } from '../../testkit/identity-provider';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { codeOf, codes, newEmail, password, peopleOf } from '../../testkit/people';

const audience = 'https://hub.example';

describe.each(transports)('over the %s transport', (transport) => {
  let provider: TestProvider;
  let admin: string;
  const mima = seedId('Organization', 'mima');
  const bicf = seedId('Organization', 'bicf');
  const { hub, administrator } = hubOfItsOwn(transport, async () => {
    provider = await startIdentityProvider();
    const providers = [{ issuer: provider.issuer, audience, organization: mima }];
    return readSettings([], { HUB_OIDC_PROVIDERS: JSON.stringify(providers) }).oidcProviders;
  });
  const people = peopleOf(hub);
  beforeAll(async () => {
    admin = await hub.provenTokenFor('mima:ORG_ADMIN');
  });
  afterAll(() => provider.close());
  const change = <Row extends object>(text: string, ...values: unknown[]) => administrator<Row>(text, values);
  beforeEach(() => change('delete from members.attempt'));

  const shown = (link: string, options = {}) =>
    hub.ask(
      'query ($link: String!) { invitation(link: $link) { email roles state expiresAt firstAdmin organization { slug } } }',
      { variables: { link }, ...options },
    );
  const list = async (token: string, id = mima) => {
    const { data } = await hub.ask(
      'query ($id: ID!) { organization(id: $id) { invitations(first: 100) { nodes { id email state } } } }',
      { token, variables: { id } },
    );
    return data.organization.invitations?.nodes as { id: string; email: string; state: string }[];
  };

  it('shows the link once to whoever invites, and to its holder what it is for', async () => {
    const email = newEmail();
    const input = { email, roles: ['VIEWER', 'CAMPAIGNER'], language: 'ar' };
    const { link, invitation } = await people.mutate(
      'invitationCreate',
      input,
      'link invitation { id email roles language state }',
      { token: admin },
    );
    expect(invitation).toMatchObject({
      email,
      roles: ['VIEWER', 'CAMPAIGNER'],
      language: 'ar',
      state: 'PENDING',
    });
    const { data } = await shown(link);
    expect(data.invitation).toMatchObject({
      ...{ email, roles: ['VIEWER', 'CAMPAIGNER'], state: 'PENDING', firstAdmin: false },
      organization: { slug: 'mima' },
    });
    const days = (Date.parse(data.invitation.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
    const stored = await change<{ text: string }>('select i::text as text from members.invitation i');
    for (const { text } of stored) expect(text).not.toContain(link);
    expect((await list(admin)).find(({ id }) => id === invitation.id)?.state).toBe('PENDING');
    // Others do not even see that there is one.
    expect(await list(await hub.provenTokenFor('bicf:ORG_ADMIN'))).toEqual([]);
  });

  it('repeats its answer for the same key, without the secret', async () => {
    const input = {
      email: newEmail(),
      roles: ['VIEWER'],
      idempotencyKey: '0d4f6a94-6f0e-4f3e-8a31-3a3c5d8a9a11',
    };
    const first = await people.mutate('invitationCreate', input, 'link invitation { id }', { token: admin });
    const again = await people.mutate('invitationCreate', input, 'link invitation { id }', { token: admin });
    expect(again).toEqual({ ...first, link: null });
    expect(first.link).toMatch(/^thi_/);
  });

  it('refuses bad input', async () => {
    const refused = async (input: object) =>
      codes(await people.mutate('invitationCreate', input, '', { token: admin }));
    const email = newEmail();
    expect(await refused({ email: 'nobody', roles: ['VIEWER'] })).toEqual(['INVALID']);
    expect(await refused({ email: `${'x'.repeat(300)}@example.org`, roles: ['VIEWER'] })).toEqual([
      'TOO_LONG',
    ]);
    expect(await refused({ email, roles: [] })).toEqual(['REQUIRED']);
    expect(await refused({ email, roles: ['KING'] })).toEqual(['INVALID']);
    expect(await refused({ email, roles: ['COALITION_STAFF'] })).toEqual(['INVALID']);
    expect(await refused({ email, roles: ['VIEWER'], language: 'not a tag' })).toEqual(['INVALID']);
    expect(await refused({ email, roles: ['ORG_ADMIN'], organization: bicf })).toEqual(['NOT_FOUND']);
    const wrongId = await people.mutateRaw(
      'invitationCreate',
      { email, roles: ['VIEWER'], organization: 'x' },
      '',
      {
        token: admin,
      },
    );
    expect(wrongId.errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
  });

  it('is taken up once, also by two at the same time', async () => {
    const link = await people.invite(admin, newEmail(), ['VIEWER']);
    const answers = await Promise.all([1, 2, 3].map(() => people.accept(link)));
    expect(answers.map(codes).sort()).toEqual([[], ['LINK_REFUSED'], ['LINK_REFUSED']]);
  });

  it('answers used, expired, withdrawn and unknown links alike', async () => {
    const used = await people.invite(admin, newEmail(), ['VIEWER']);
    await people.accept(used);
    const expired = await people.invite(admin, newEmail('late'), ['VIEWER']);
    await change(
      `update members.invitation set expires_at = now() - interval '1 second' where email like 'late-%'`,
    );
    const revokedFor = newEmail('revoked');
    const revoked = await people.invite(admin, revokedFor, ['VIEWER']);
    const { id } = (await list(admin)).find(({ email }) => email === revokedFor)!;
    const withdrawn = await people.mutate('invitationRevoke', { invitation: id }, 'invitation { state }', {
      token: admin,
    });
    expect(withdrawn).toEqual({ invitation: { state: 'REVOKED' }, userErrors: [] });
    const again = await people.mutate('invitationRevoke', { invitation: id }, '', { token: admin });
    expect(codes(again)).toEqual(['NOT_FOUND']);

    const links = [
      used,
      expired,
      revoked,
      newSecret('thi'),
      newSecret('thk'),
      'thi_',
      '',
      'x'.repeat(200_000),
    ];
    const seen = [];
    for (const link of links) {
      const input = { link, name: [{ language: 'en', value: 'Somebody' }], password };
      seen.push([
        bytes(await shown(link)),
        bytes(await people.mutateRaw('invitationAccept', input, 'organization { slug }')),
      ]);
    }
    expect(seen[0]![0]!.text).toContain('"invitation":null');
    expect(seen[0]![1]!.text).toContain('"LINK_REFUSED"');
    for (const answers of seen) expect(answers).toEqual(seen[0]);
    const states = (await list(admin)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['PENDING', 'ACCEPTED', 'EXPIRED', 'REVOKED']));
  });

  it('asks for a name and a password, and tells whoever has an account to sign in', async () => {
    const link = await people.invite(admin, newEmail(), ['VIEWER']);
    expect(codes(await people.accept(link, { name: null }))).toEqual(['REQUIRED']);
    expect(codes(await people.accept(link, { name: [{ language: 'en', value: ' ' }] }))).toEqual([
      'REQUIRED',
    ]);
    expect(
      codes(await people.accept(link, { name: [{ language: 'en', value: 'x'.repeat(20_000) }] })),
    ).toEqual(['TOO_LONG']);
    expect(codes(await people.accept(link, { password: null }))).toEqual(['REQUIRED']);
    const { email } = await people.join(admin, ['VIEWER']);
    const second = await people.invite(admin, email, ['CAMPAIGNER']);
    expect(codes(await people.accept(second))).toEqual(['ACCOUNT_EXISTS']);
    expect(codes(await people.accept(link))).toEqual([]);
  });

  it('lets a person serve two organisations, one active at a time', async () => {
    const joined = await people.withFactor(await people.join(admin, ['VIEWER']));
    const other = await people.invite(await hub.provenTokenFor('bicf:ORG_ADMIN'), newEmail(), ['CAMPAIGNER']);
    const accepted = await people.accept(
      other,
      { name: null, password: null },
      { token: joined.accessToken },
    );
    expect(accepted).toEqual({ waiting: [], organization: { slug: 'bicf' }, userErrors: [] });
    expect((await people.whoAmI(joined.accessToken)).data.viewer).toMatchObject({
      roles: ['VIEWER'],
      organization: { slug: 'mima' },
    });

    const to = (organization: string, token: string) =>
      people.mutate('organizationSwitch', { organization }, `organization { slug } ${people.tokens}`, {
        token,
      });
    const there = await to(bicf, joined.accessToken);
    expect(there).toMatchObject({ organization: { slug: 'bicf' }, userErrors: [] });
    const { accessToken, refreshToken } = there.tokens;
    expect((await people.whoAmI(accessToken)).data.viewer).toMatchObject({
      roles: ['CAMPAIGNER'],
      organization: { slug: 'bicf' },
    });
    // The token of before stops on its next request, and its refresh token was used up.
    expect((await people.whoAmI(joined.accessToken)).status).toBe(401);
    const refreshed = await people.mutate('tokenRefresh', { refreshToken }, people.tokens);
    expect((await people.whoAmI(refreshed.tokens.accessToken)).data.viewer.organization).toEqual({
      slug: 'bicf',
    });
    expect(codes(await to(seedId('Organization', 'hudc'), refreshed.tokens.accessToken))).toEqual([
      'NOT_FOUND',
    ]);

    const code = codeOf(joined.secret);
    const signedIn = await people.signIn({ email: joined.email, password, organization: mima, code });
    expect(signedIn.organization).toEqual({ slug: 'mima' });
    expect(signedIn.organizations.map((one: { organization: object }) => one.organization)).toEqual(
      expect.arrayContaining([{ slug: 'mima' }, { slug: 'bicf' }]),
    );
  });

  it('is not for whoever wrote it', async () => {
    const link = await people.invite(admin, newEmail(), ['CASEWORKER']);
    expect(codes(await people.accept(link, {}, { token: admin }))).toEqual(['LINK_REFUSED']);
  });

  it('makes the inviter the proposer of sensitive roles, and grants the others', async () => {
    const email = newEmail();
    const accepted = await people.accept(await people.invite(admin, email, ['VIEWER', 'CASEWORKER']));
    expect(accepted.waiting).toEqual(['CASEWORKER']);
    const { tokens } = await people.signIn({ email, password });
    expect((await people.whoAmI(tokens.accessToken)).data.viewer.roles).toEqual(['VIEWER']);
    const only = newEmail();
    await people.accept(await people.invite(admin, only, ['CASEWORKER']));
    expect(codes(await people.signIn({ email: only, password }))).toEqual(['SIGN_IN_REFUSED']);
  });

  it('lets the coalition’s staff invite a first administrator, and nobody past one', async () => {
    const staff = await hub.provenTokenFor('nair:COALITION_STAFF');
    const invite = (organization: string, roles = ['ORG_ADMIN']) =>
      people.mutate('invitationCreate', { email: newEmail('first'), roles, organization }, 'link', {
        token: staff,
      });
    expect(codes(await invite(bicf))).toEqual(['NOT_FOUND']);
    const hudc = seedId('Organization', 'hudc');
    await change(
      `delete from members.sensitive_role_grant where organization_id = $1 and role = 'ORG_ADMIN'`,
      hudc,
    );
    expect(codes(await invite(hudc, ['ORG_ADMIN', 'CASEWORKER']))).toEqual(['INVALID']);
    expect(codes(await invite(seedId('Organization', 'nair')))).toEqual(['NOT_FOUND']);
    const [one, two] = [await invite(hudc), await invite(hudc)];
    expect(await list(staff, hudc)).toHaveLength(2);
    expect((await people.accept(one.link)).waiting).toEqual([]);
    const [{ email }] = (await change<{ email: string }>(
      'select email from members.invitation where organization_id = $1 and accepted_at is not null',
      hudc,
    )) as [{ email: string }];
    const { tokens } = await people.signIn({ email, password });
    expect((await people.whoAmI(tokens.accessToken)).data.viewer.roles).toEqual(['ORG_ADMIN']);
    expect(codes(await people.accept(two.link))).toEqual(['LINK_REFUSED']);
  });

  describe('with a token of the organisation’s identity provider', () => {
    it('links its subject, without a password', async () => {
      const { accessToken: token } = await provider.signIn({ person: 'fatima', audience });
      const link = await people.invite(admin, newEmail(), ['VIEWER']);
      expect((await hub.ask('{ viewer { roles } }', { token })).errors).toBeDefined();
      const elsewhere = await people.invite(await hub.provenTokenFor('bicf:ORG_ADMIN'), newEmail(), [
        'VIEWER',
      ]);
      expect(codes(await people.accept(elsewhere, { password: null }, { token }))).toEqual(['REQUIRED']);
      expect(codes(await people.accept(link, { password: null }, { token }))).toEqual([]);
      expect((await people.whoAmI(token)).data.viewer).toMatchObject({
        roles: ['VIEWER'],
        organization: { slug: 'mima' },
      });
      expect(codes(await people.mutate('externalIdentityUnlink', null, '', { token }))).toEqual([]);
      expect((await hub.ask('{ viewer { roles } }', { token })).errors).toBeDefined();
    });

    it('links an account whose password is shown', async () => {
      const { accessToken: token } = await provider.signIn({ person: 'karim', audience });
      const { email } = await people.join(admin, ['VIEWER']);
      const link = (input: object, options = {}) =>
        people.mutate('externalIdentityLink', input, 'retryAfter', options);
      expect(codes(await link({ email, password }))).toEqual(['SIGN_IN_NEEDED']);
      expect(codes(await link({ email, password: 'not the right one' }, { token }))).toEqual([
        'SIGN_IN_REFUSED',
      ]);
      const outsider = await people.join(await hub.provenTokenFor('bicf:ORG_ADMIN'), ['VIEWER']);
      expect(codes(await link({ email: outsider.email, password }, { token }))).toEqual(['SIGN_IN_REFUSED']);
      expect(codes(await link({ email, password }, { token }))).toEqual([]);
      expect((await people.whoAmI(token)).data.viewer.organization).toEqual({ slug: 'mima' });
      expect(codes(await link({ email, password }, { token }))).toEqual(['ALREADY_DONE']);
    });
  });
});
