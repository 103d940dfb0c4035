import { Client } from 'pg';
import { seedId } from '../../../shared/schema/type-id';
import { demoPersonId } from '../../../subgraphs/members/seed/demo-accounts';
import { transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { codes, newEmail, password, peopleOf } from '../../testkit/people';

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  const change = <Row extends object>(text: string, ...values: unknown[]) => administrator<Row>(text, values);
  beforeEach(() => change('delete from members.attempt'));

  const idOf = async (email: string) => {
    const [row] = await change<{ id: string }>(
      'select person_id as id from members.account where email = $1',
      email,
    );
    return row!.id;
  };
  /** A second administrator, and the first one's token. */
  async function twoAdmins(slug: string) {
    const first = await hub.provenTokenFor(`${slug}:ORG_ADMIN`);
    const second = await people.join(first, ['VIEWER']);
    const secondId = await idOf(second.email);
    await change(
      `insert into members.sensitive_role_grant (organization_id, person_id, role) values ($1, $2, 'ORG_ADMIN')`,
      seedId('Organization', slug),
      secondId,
    );
    const { accessToken } = await people.withFactor(second);
    return { first, firstId: demoPersonId(slug, 'ORG_ADMIN'), second: accessToken, secondId };
  }
  /** Holds everybody up who removes an administrator there, until all are at it. */
  async function atTheSameTime<Result>(slug: string, work: (() => Promise<Result>)[]): Promise<Result[]> {
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    const lock = `hashtextextended('admins of ${seedId('Organization', slug)}', 0)`;
    await holder.query(`begin; select pg_advisory_xact_lock(${lock})`);
    const results = Promise.all(work.map((one) => one()));
    for (let waiting = 0; waiting < work.length; ) {
      const { rows } = await holder.query(
        `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
      ({ waiting } = rows[0]);
    }
    await holder.query('commit');
    await holder.end();
    return results;
  }
  const proposal = 'proposal { id role state effectiveAt decidedAt person { id } proposer { id } }';
  const propose = (token: string, person: string, role = 'CASEWORKER') =>
    people.mutate('roleProposalCreate', { person, role }, proposal, { token });
  const decide = (what: 'Approve' | 'Apply' | 'Dismiss', token: string, id: string) =>
    people.mutate(`roleProposal${what}`, { proposal: id }, proposal, { token });

  it('grants and takes ordinary roles; both count on the next request', async () => {
    const admin = await hub.provenTokenFor('mima:ORG_ADMIN');
    const { email, accessToken } = await people.join(admin, ['VIEWER']);
    const person = await idOf(email);
    const selection = 'person { id roles sensitiveRoles name { value } }';
    const granted = await people.mutate('roleGrant', { person, role: 'CAMPAIGNER' }, selection, {
      token: admin,
    });
    expect(granted).toMatchObject({
      person: { id: person, roles: ['CAMPAIGNER', 'VIEWER'] },
      userErrors: [],
    });
    expect((await people.whoAmI(accessToken)).data.viewer.roles).toEqual(['CAMPAIGNER', 'VIEWER']);
    const again = await people.mutate('roleGrant', { person, role: 'CAMPAIGNER' }, selection, {
      token: admin,
    });
    expect(codes(again)).toEqual(['ALREADY_DONE']);
    await people.mutate('roleRevoke', { person, role: 'CAMPAIGNER' }, selection, { token: admin });
    expect((await people.whoAmI(accessToken)).data.viewer.roles).toEqual(['VIEWER']);
    await people.mutate('roleRevoke', { person, role: 'VIEWER' }, selection, { token: admin });
    expect((await people.whoAmI(accessToken)).status).toBe(401);
  });

  it('refuses roles that are none, sensitive ones, strangers and other organisations’ people', async () => {
    const admin = await hub.provenTokenFor('mima:ORG_ADMIN');
    const own = demoPersonId('mima', 'VIEWER');
    const grant = async (input: object, token = admin) =>
      codes(await people.mutate('roleGrant', input, '', { token }));
    for (const role of ['CASEWORKER', 'ORG_ADMIN', 'COALITION_STAFF', 'KING', '', 'x'.repeat(100_000)]) {
      expect(await grant({ person: own, role })).toEqual(['INVALID']);
    }
    expect(await grant({ person: demoPersonId('bicf', 'VIEWER'), role: 'VIEWER' })).toEqual(['NOT_FOUND']);
    expect(await grant({ person: seedId('Person', 'nobody'), role: 'VIEWER' })).toEqual(['NOT_FOUND']);
    const wrongId = await people.mutateRaw('roleGrant', { person: 'x', role: 'VIEWER' }, '', {
      token: admin,
    });
    expect(wrongId.errors).toMatchObject([{ extensions: { code: 'INVALID_ID' } }]);
    const coalition = await hub.provenTokenFor('nair:ORG_ADMIN');
    expect(
      await grant({ person: demoPersonId('nair', 'VIEWER'), role: 'COALITION_STAFF' }, coalition),
    ).toEqual([]);
    const campaigner = await people.mutateRaw('roleGrant', { person: own, role: 'CAMPAIGNER' }, '', {
      token: await hub.provenTokenFor('mima:CAMPAIGNER'),
    });
    expect(JSON.stringify(campaigner)).toMatch(/NOT_FOUND|FORBIDDEN/);
    expect(
      await change('select 1 from members.role_grant where person_id = $1 and role <> $2', own, 'VIEWER'),
    ).toEqual([]);
  });

  it('shows who has which role to administrators, and to everybody their own', async () => {
    const query = `{ viewer { organization { people(first: 100) { nodes { id name { value } roles sensitiveRoles } } } } }`;
    const asked = async (as: 'hudc:ORG_ADMIN' | 'hudc:VIEWER') => {
      const { data, errors } = await hub.ask(query, { as });
      expect(errors).toBeUndefined();
      return data.viewer.organization.people.nodes as {
        id: string;
        roles: string[];
        sensitiveRoles: string[];
      }[];
    };
    const roles = (all: Awaited<ReturnType<typeof asked>>) =>
      Object.fromEntries(
        all.map(({ id, roles: some, sensitiveRoles }) => [id, [...some, ...sensitiveRoles]]),
      );
    const person = (role: 'ORG_ADMIN' | 'CASEWORKER' | 'CAMPAIGNER' | 'VIEWER') => demoPersonId('hudc', role);
    expect(roles(await asked('hudc:ORG_ADMIN'))).toEqual({
      [person('ORG_ADMIN')]: ['ORG_ADMIN'],
      [person('CASEWORKER')]: ['CASEWORKER'],
      [person('CAMPAIGNER')]: ['CAMPAIGNER'],
      [person('VIEWER')]: ['VIEWER'],
    });
    expect(roles(await asked('hudc:VIEWER'))).toEqual({
      [person('ORG_ADMIN')]: [],
      [person('CASEWORKER')]: [],
      [person('CAMPAIGNER')]: [],
      [person('VIEWER')]: ['VIEWER'],
    });
    const { data } = await hub.ask(`query ($id: ID!) { organization(id: $id) { people { totalCount } } }`, {
      as: 'bicf:ORG_ADMIN',
      variables: { id: seedId('Organization', 'hudc') },
    });
    expect(data.organization.people.totalCount).toBe(0);
  });

  it('takes two people for a sensitive role, and the role counts on the next request', async () => {
    const { first, second, secondId } = await twoAdmins('bicf');
    const { email, accessToken } = await people.join(first, ['VIEWER']);
    const person = await idOf(email);
    const { proposal: made, userErrors } = await propose(first, person);
    expect(userErrors).toEqual([]);
    expect(made).toMatchObject({
      role: 'CASEWORKER',
      state: 'PROPOSED',
      effectiveAt: null,
      person: { id: person },
    });
    expect(codes(await propose(second, person))).toEqual(['ALREADY_DONE']);
    for (const what of ['Approve', 'Apply'] as const) {
      expect(codes(await decide(what, first, made.id))).toEqual(['SECOND_PERSON_NEEDED']);
    }
    expect(codes(await decide('Apply', second, made.id))).toEqual(['SECOND_PERSON_NEEDED']);
    expect((await people.whoAmI(accessToken)).data.viewer.roles).toEqual(['VIEWER']);
    const approved = await decide('Approve', second, made.id);
    expect(approved).toMatchObject({ proposal: { state: 'APPROVED' }, userErrors: [] });
    expect((await people.whoAmI(accessToken)).data.viewer.roles).toEqual(['CASEWORKER', 'VIEWER']);
    expect(codes(await decide('Approve', second, made.id))).toEqual(['NOT_FOUND']);
    expect(codes(await propose(first, person))).toEqual(['ALREADY_DONE']);
    expect(codes(await propose(first, secondId, 'ORG_ADMIN'))).toEqual(['ALREADY_DONE']);

    await people.mutate('roleRevoke', { person, role: 'CASEWORKER' }, '', { token: second });
    expect((await people.whoAmI(accessToken)).data.viewer.roles).toEqual(['VIEWER']);
    const once = await propose(first, person);
    expect(await decide('Dismiss', first, once.proposal.id)).toMatchObject({
      proposal: { state: 'DISMISSED' },
    });
    expect(codes(await decide('Approve', second, once.proposal.id))).toEqual(['NOT_FOUND']);
  });

  it('lets the person concerned see a proposal and not decide it, and others neither', async () => {
    const { first, second, secondId } = await twoAdmins('iom');
    const { proposal: made } = await propose(first, secondId);
    const other = await hub.provenTokenFor('bicf:ORG_ADMIN');
    expect(codes(await decide('Approve', other, made.id))).toEqual(['NOT_FOUND']);
    expect(codes(await decide('Dismiss', other, made.id))).toEqual(['NOT_FOUND']);
    const seen = await hub.ask('{ viewer { organization { roleProposals { nodes { id state } } } } }', {
      token: second,
    });
    expect(seen.data.viewer.organization.roleProposals.nodes).toEqual([{ id: made.id, state: 'PROPOSED' }]);
    expect(codes(await decide('Approve', second, made.id))).toEqual(['NOT_TO_ONESELF']);
  });

  it('waits 72 hours where there is one administrator only, and tells everybody concerned', async () => {
    const admin = await hub.provenTokenFor('iom-algeria:ORG_ADMIN');
    const { email, accessToken } = await people.join(admin, ['VIEWER']);
    const person = await idOf(email);
    const { proposal: made } = await propose(admin, person, 'ORG_ADMIN');
    const hours = (Date.parse(made.effectiveAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(71.9);
    expect(hours).toBeLessThan(72.1);
    const notices = async (token: string, language = 'en') => {
      const query = '{ viewer { notices { id kind role about message effectiveAt organization { slug } } } }';
      return (await hub.ask(query, { token, language })).data.viewer.notices;
    };
    for (const token of [admin, accessToken]) {
      expect(await notices(token)).toMatchObject([
        {
          kind: 'ROLE_PROPOSED',
          role: 'ORG_ADMIN',
          about: 'Somebody',
          organization: { slug: 'iom-algeria' },
        },
      ]);
    }
    expect((await notices(accessToken, 'ar'))[0].message).toMatch(/يُقترح منح Somebody/);
    expect(codes(await decide('Apply', admin, made.id))).toEqual(['SECOND_PERSON_NEEDED']);
    await change(
      `update members.role_proposal set effective_at = now() - interval '1 second' where id = $1`,
      made.id,
    );
    expect(await decide('Apply', admin, made.id)).toMatchObject({
      proposal: { state: 'APPROVED' },
      userErrors: [],
    });
    expect((await people.whoAmI(accessToken)).data.viewer.roles).toEqual(['ORG_ADMIN', 'VIEWER']);

    const [notice] = await notices(accessToken);
    const dismiss = (token: string) => people.mutate('noticeDismiss', { notice: notice.id }, '', { token });
    expect(codes(await dismiss(admin))).toEqual(['NOT_FOUND']);
    expect(codes(await dismiss(accessToken))).toEqual([]);
    expect(await notices(accessToken)).toEqual([]);
    expect(await notices(admin)).toHaveLength(1);
  });

  it('lets no administrator make themselves caseworker', async () => {
    const { first, firstId } = await twoAdmins('mc2cm');
    expect(codes(await propose(first, firstId))).toEqual(['NOT_TO_ONESELF']);
    expect(
      codes(await people.mutate('roleGrant', { person: firstId, role: 'CASEWORKER' }, '', { token: first })),
    ).toEqual(['INVALID']);
    const link = await people.invite(first, newEmail(), ['CASEWORKER']);
    expect(codes(await people.accept(link, {}, { token: first }))).toEqual(['LINK_REFUSED']);
    expect((await people.whoAmI(first)).data.viewer.roles).toEqual(['ORG_ADMIN']);
  });

  it('refuses to remove the last administrator, also when two remove each other at the same time', async () => {
    const revoke = (token: string, person: string) =>
      people.mutate('roleRevoke', { person, role: 'ORG_ADMIN' }, '', { token });
    const only = await hub.provenTokenFor('tangier-one-stop-point:ORG_ADMIN');
    const onlyId = demoPersonId('tangier-one-stop-point', 'ORG_ADMIN');
    expect(codes(await revoke(only, onlyId))).toEqual(['LAST_ADMIN']);
    expect(codes(await people.mutate('accountDeactivate', { person: onlyId }, '', { token: only }))).toEqual([
      'LAST_ADMIN',
    ]);
    expect((await people.whoAmI(only)).data.viewer.roles).toEqual(['ORG_ADMIN']);

    const { first, firstId, second, secondId } = await twoAdmins('tangier-one-stop-point');
    const answers = await atTheSameTime('tangier-one-stop-point', [
      () => revoke(first, secondId),
      () => revoke(second, firstId),
    ]);
    const left = await change(
      `select person_id from members.sensitive_role_grant where organization_id = $1 and role = 'ORG_ADMIN'`,
      seedId('Organization', 'tangier-one-stop-point'),
    );
    expect(left).toHaveLength(1);
    expect(answers.map(codes).sort()).toEqual([[], ['LAST_ADMIN']]);
  });

  it('ends what somebody has in one organisation, on the next request, and leaves the other alone', async () => {
    const admin = await hub.provenTokenFor('mima:ORG_ADMIN');
    const joined = await people.withFactor(await people.join(admin, ['VIEWER']));
    const bicf = await hub.provenTokenFor('bicf:ORG_ADMIN');
    await people.accept(await people.invite(bicf, newEmail(), ['VIEWER']), {}, { token: joined.accessToken });
    const person = await idOf(joined.email);
    const { proposal: made } = await propose(admin, person);
    const deactivated = await people.mutate('accountDeactivate', { person }, 'person { roles leftAt }', {
      token: admin,
    });
    expect(deactivated).toMatchObject({ person: { roles: [] }, userErrors: [] });
    expect(deactivated.person.leftAt).not.toBeNull();
    expect((await people.whoAmI(joined.accessToken)).status).toBe(401);
    const refreshed = await people.mutate(
      'tokenRefresh',
      { refreshToken: joined.refreshToken },
      people.tokens,
    );
    expect(codes(refreshed)).toEqual(['SIGN_IN_ENDED']);
    expect(codes(await decide('Dismiss', admin, made.id))).toEqual(['NOT_FOUND']);
    const [code] = joined.recoveryCodes;
    const there = await people.signIn({ email: joined.email, password, code });
    expect(there).toMatchObject({ organization: { slug: 'bicf' }, userErrors: [] });
    expect((await people.whoAmI(there.tokens.accessToken)).data.viewer.roles).toEqual(['VIEWER']);
    expect(codes(await people.mutate('accountDeactivate', { person }, '', { token: admin }))).toEqual([
      'NOT_FOUND',
    ]);
  });
});
