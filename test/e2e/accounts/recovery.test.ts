import { newSecret } from '../../../shared/identity/secret';
import { seedId } from '../../../shared/schema/type-id';
import { asAdministrator } from '../../testkit/database';
import { bytes, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { codes, newEmail, password, peopleOf, type Somebody } from '../../testkit/people';

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  let admin: string;
  let staff: string;
  let colleague: string;
  const mima = seedId('Organization', 'mima');
  beforeAll(async () => {
    admin = await hub.provenTokenFor('mima:ORG_ADMIN');
    staff = await hub.provenTokenFor('nair:COALITION_STAFF');
    const coalition = await hub.provenTokenFor('nair:ORG_ADMIN');
    colleague = (await people.withFactor(await people.join(coalition, ['COALITION_STAFF']))).accessToken;
  });
  const change = <Row extends object>(text: string, ...values: unknown[]) =>
    asAdministrator<Row>(text, values, database.url);
  beforeEach(() => change('delete from members.attempt'));

  const request = 'request { id kind email state effectiveAt }';
  const ask = (email: string, given: object = {}, token = staff) =>
    people.mutate(
      'recoveryRequestCreate',
      {
        kind: 'LOST_FACTOR',
        organization: mima,
        email,
        reason: 'Seen in the office, with an identity card.',
        ...given,
      },
      request,
      { token },
    );
  const approve = (token: string, id: string) =>
    people.mutate('recoveryRequestApprove', { request: id }, `link ${request}`, { token });
  const complete = (link: string, chosen = 'a new quiet river') =>
    people.mutate('recoveryComplete', { link, password: chosen }, '');
  const notices = async ({ accessToken: token }: Pick<Somebody, 'accessToken'>) =>
    (await hub.ask('{ viewer { notices { kind about effectiveAt message } } }', { token })).data.viewer
      .notices;

  it('takes two people of the coalition, tells everybody concerned, and lets the person in again', async () => {
    const lost = await people.withFactor(await people.join(admin, ['VIEWER']));
    const asked = await ask(lost.email);
    expect(asked).toMatchObject({
      request: { kind: 'LOST_FACTOR', email: lost.email, state: 'PROPOSED' },
      userErrors: [],
    });
    for (const accessToken of [lost.accessToken, admin]) {
      expect(await notices({ accessToken })).toEqual(
        expect.arrayContaining([expect.objectContaining({ kind: 'RECOVERY_REQUESTED', about: lost.email })]),
      );
    }
    const { id } = asked.request;
    expect(codes(await approve(staff, id))).toEqual(['SECOND_PERSON_NEEDED']);
    expect(codes(await approve(admin, id))).toEqual(['NOT_FOUND']);
    const approved = await approve(colleague, id);
    expect(approved).toMatchObject({ request: { state: 'APPROVED' }, userErrors: [] });
    expect(approved.link).toMatch(/^thc_/);
    expect(codes(await approve(colleague, id))).toEqual(['NOT_FOUND']);

    // Nothing of before opens any more.
    expect((await people.whoAmI(lost.accessToken)).status).toBe(401);
    expect(codes(await people.signIn({ email: lost.email, password }))).toEqual(['SIGN_IN_REFUSED']);
    expect(codes(await complete(approved.link, 'short'))).toEqual(['PASSWORD_TOO_SHORT']);
    const both = await Promise.all([complete(approved.link), complete(approved.link)]);
    expect(both.map(codes).sort()).toEqual([[], ['LINK_REFUSED']]);
    const back = await people.signIn({ email: lost.email, password: 'a new quiet river' });
    expect(codes(back)).toEqual([]);
    const viewer = (await people.whoAmI(back.tokens.accessToken)).data.viewer;
    expect(viewer).toMatchObject({ roles: ['VIEWER'], secondFactor: false });
  });

  it('lets whoever asked go on alone after 72 hours', async () => {
    const lost = await people.join(admin, ['VIEWER']);
    const { request: made } = await ask(lost.email);
    const hours = (Date.parse(made.effectiveAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(71.9);
    expect(codes(await approve(staff, made.id))).toEqual(['SECOND_PERSON_NEEDED']);
    await change(
      `update members.recovery_request set effective_at = now() - interval '1 second' where id = $1`,
      made.id,
    );
    expect((await approve(staff, made.id)).link).toMatch(/^thc_/);
  });

  it('answers alike whether or not there is such an account', async () => {
    const { email } = await people.join(admin, ['VIEWER']);
    const elsewhere = await people.join(await hub.provenTokenFor('bicf:ORG_ADMIN'), ['VIEWER']);
    const seen = [];
    for (const one of [email, newEmail(), elsewhere.email]) {
      const asked = await ask(one);
      const approved = await approve(colleague, asked.request.id);
      seen.push({ codes: [codes(asked), codes(approved)], link: approved.link.slice(0, 4) });
    }
    for (const one of seen) expect(one).toEqual({ codes: [[], []], link: 'thc_' });
    // A person of another organisation is not touched.
    expect((await people.whoAmI(elsewhere.accessToken)).status).toBe(200);
    expect(codes(await people.signIn({ email: elsewhere.email, password }))).toEqual([]);
  });

  it('can be dismissed by an administrator of the organisation', async () => {
    const { email } = await people.join(admin, ['VIEWER']);
    const { request: made } = await ask(email);
    const list = `query ($id: ID!) { organization(id: $id) { recoveryRequests(first: 100) { nodes { id state reason } } } }`;
    const seen = await hub.ask(list, { token: admin, variables: { id: mima } });
    expect(seen.data.organization.recoveryRequests.nodes).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: made.id, state: 'PROPOSED' })]),
    );
    const dismiss = (token: string) =>
      people.mutate('recoveryRequestDismiss', { request: made.id }, request, { token });
    expect(codes(await dismiss(await hub.provenTokenFor('bicf:ORG_ADMIN')))).toEqual(['NOT_FOUND']);
    expect(await dismiss(admin)).toMatchObject({ request: { state: 'DISMISSED' }, userErrors: [] });
    expect(codes(await approve(colleague, made.id))).toEqual(['NOT_FOUND']);
  });

  it('finds an organisation whose administrator is lost a new one', async () => {
    const email = newEmail();
    const organization = seedId('Organization', 'la-marsa-migrant-coordination-unit');
    const { request: made } = await ask(email, { kind: 'LOST_ADMIN', organization });
    const { link } = await approve(colleague, made.id);
    expect(link).toMatch(/^thi_/);
    expect(await people.accept(link)).toMatchObject({ waiting: [], userErrors: [] });
    const { tokens } = await people.signIn({ email, password });
    expect((await people.whoAmI(tokens.accessToken)).data.viewer).toMatchObject({
      roles: ['ORG_ADMIN'],
      organization: { slug: 'la-marsa-migrant-coordination-unit' },
    });
  });

  it('refuses bad input, and whoever is not of the coalition', async () => {
    expect(codes(await ask('nobody'))).toEqual(['INVALID']);
    expect(codes(await ask(newEmail(), { kind: 'LOST_DOG' }))).toEqual(['INVALID']);
    expect(codes(await ask(newEmail(), { reason: ' ' }))).toEqual(['REQUIRED']);
    expect(codes(await ask(newEmail(), { reason: 'x'.repeat(1_001) }))).toEqual(['TOO_LONG']);
    expect(codes(await ask(newEmail(), { organization: seedId('Organization', 'none') }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(codes(await ask(newEmail(), { organization: seedId('Organization', 'nair') }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(codes(await ask(newEmail(), {}, admin))).toEqual(['NOT_FOUND']);
    const links = [newSecret('thc'), newSecret('thi'), '', 'x'.repeat(200_000)];
    const answers = [];
    for (const link of links) {
      answers.push(bytes(await people.mutateRaw('recoveryComplete', { link, password }, '')));
    }
    expect(answers[0]!.text).toContain('"LINK_REFUSED"');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const { email } = await people.join(admin, ['VIEWER']);
    const { request: made } = await ask(email);
    const { link } = await approve(colleague, made.id);
    await change(`update members.recovery_request set link_expires_at = now() where id = $1`, made.id);
    expect(codes(await complete(link))).toEqual(['LINK_REFUSED']);
  });
});
