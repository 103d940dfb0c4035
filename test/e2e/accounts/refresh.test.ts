import { asAdministrator } from '../../testkit/database';
import { bytes, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { codes, password, peopleOf } from '../../testkit/people';

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  let admin: string;
  beforeAll(async () => {
    admin = await hub.provenTokenFor('mima:ORG_ADMIN');
  });
  const change = (text: string, ...values: unknown[]) => asAdministrator(text, values, database.url);
  const refresh = (refreshToken: string) => people.mutate('tokenRefresh', { refreshToken }, people.tokens);
  const isIn = async (token: string) => (await people.whoAmI(token)).status === 200;
  const ofPerson = 'where person_id = (select person_id from members.account where email = $1)';

  it('gives new tokens for old ones, again and again', async () => {
    let { accessToken, refreshToken } = await people.join(admin, ['VIEWER']);
    const seen = new Set([refreshToken]);
    for (let n = 0; n < 3; n++) {
      const { tokens, userErrors } = await refresh(refreshToken);
      expect(userErrors).toEqual([]);
      ({ accessToken, refreshToken } = tokens);
      expect(await isIn(accessToken)).toBe(true);
      seen.add(refreshToken);
    }
    expect(seen.size).toBe(4);
  });

  it('ends the whole sign-in when one is used again, for the thief and for the owner', async () => {
    const { accessToken, refreshToken, email } = await people.join(admin, ['VIEWER']);
    const other = await people.signIn({ email, password });
    const { tokens } = await refresh(refreshToken);
    expect(codes(await refresh(refreshToken))).toEqual(['SIGN_IN_ENDED']);
    expect(codes(await refresh(tokens.refreshToken))).toEqual(['SIGN_IN_ENDED']);
    expect(await isIn(accessToken)).toBe(false);
    expect(await isIn(tokens.accessToken)).toBe(false);
    // Another sign-in of the same person is another device.
    expect(await isIn(other.tokens.accessToken)).toBe(true);
  });

  it('lets only one of two win that use it at the same time', async () => {
    const { refreshToken } = await people.join(admin, ['VIEWER']);
    const answers = await Promise.all(Array.from({ length: 4 }, () => refresh(refreshToken)));
    expect(answers.filter(({ tokens }) => tokens !== null)).toHaveLength(1);
    const [won] = answers.filter(({ tokens }) => tokens !== null);
    expect(await isIn(won.tokens.accessToken)).toBe(false);
  });

  it('refuses everything that is no living refresh token in the same words', async () => {
    const somebody = await people.join(admin, ['VIEWER']);
    const expired = await people.join(admin, ['VIEWER']);
    const idle = await people.join(admin, ['VIEWER']);
    const out = await people.join(admin, ['VIEWER']);
    const gone = await people.join(admin, ['VIEWER']);
    const disabled = await people.join(admin, ['VIEWER']);
    await change(
      `update members.sign_in set expires_at = now() - interval '1 second' ${ofPerson}`,
      expired.email,
    );
    await change(
      `update members.sign_in set last_used_at = now() - interval '8 days' ${ofPerson}`,
      idle.email,
    );
    await people.mutate('signOut', null, '', { token: out.accessToken });
    await change(`delete from members.role_grant ${ofPerson}`, gone.email);
    await change(
      `update members.person set disabled_at = now() where id = (select person_id from members.account where email = $1)`,
      disabled.email,
    );
    const [head, generation, signature] = somebody.refreshToken.split('.') as [string, string, string];
    const bad = [
      '',
      'x',
      'x'.repeat(100_000),
      somebody.accessToken,
      `${head}.${Number(generation) + 1}.${signature}`,
      `${head}.${generation}.${signature.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`,
      `${head}.${generation}.${signature.slice(1)}`,
      `${head}.0${generation}.${signature}`,
      ...[expired, idle, out, gone, disabled].map(({ refreshToken }) => refreshToken),
    ];
    const answers = [];
    for (const refreshToken of bad) {
      const answer = await people.mutateRaw('tokenRefresh', { refreshToken }, 'tokens { accessToken }');
      answers.push(bytes(answer));
    }
    expect(answers[0]!.text).toContain('"SIGN_IN_ENDED"');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    // None of it has hurt the sign-in that is well.
    expect(codes(await refresh(somebody.refreshToken))).toEqual([]);
    expect(await isIn(expired.accessToken)).toBe(false);
  });

  it('counts a sign-out on the next request', async () => {
    const somebody = await people.join(admin, ['VIEWER']);
    const other = await people.signIn({ email: somebody.email, password });
    expect(codes(await people.mutate('signOut', null, '', { token: somebody.accessToken }))).toEqual([]);
    expect(await isIn(somebody.accessToken)).toBe(false);
    expect(await isIn(other.tokens.accessToken)).toBe(true);
  });

  it('ends one sign-in of one’s own, and no other', async () => {
    const somebody = await people.join(admin, ['VIEWER']);
    const lost = (await people.signIn({ email: somebody.email, password })).tokens;
    const signIns = async (token: string) =>
      (await hub.ask('{ viewer { signIns { id current } } }', { token })).data.viewer.signIns;
    const end = async (signIn: string, token = somebody.accessToken) =>
      codes(await people.mutate('signInEnd', { signIn }, '', { token }));
    const { id } = (await signIns(lost.accessToken)).find(({ current }: { current: boolean }) => current);
    const stranger = await people.join(admin, ['VIEWER']);
    expect(await end(id, stranger.accessToken)).toEqual(['NOT_FOUND']);
    expect(await isIn(lost.accessToken)).toBe(true);
    expect(await end(id)).toEqual([]);
    expect(await end(id)).toEqual(['NOT_FOUND']);
    expect(await isIn(lost.accessToken)).toBe(false);
    expect(codes(await refresh(lost.refreshToken))).toEqual(['SIGN_IN_ENDED']);
    expect(await signIns(somebody.accessToken)).toEqual([{ id: expect.any(String), current: true }]);
  });

  it('signs out everywhere', async () => {
    const somebody = await people.join(admin, ['VIEWER']);
    const another = await people.join(admin, ['VIEWER']);
    const other = await people.signIn({ email: somebody.email, password });
    expect(
      codes(await people.mutate('signOutEverywhere', null, '', { token: somebody.accessToken })),
    ).toEqual([]);
    for (const token of [somebody.accessToken, other.tokens.accessToken])
      expect(await isIn(token)).toBe(false);
    expect(codes(await refresh(other.tokens.refreshToken))).toEqual(['SIGN_IN_ENDED']);
    expect(await isIn(another.accessToken)).toBe(true);
  });

  it('costs a signed-in read nothing: one statement for the viewer, one message to the subgraph’s database', async () => {
    const { accessToken: token } = await people.join(admin, ['VIEWER']);
    hub.statements();
    hub.viewerReads();
    await hub.ask('{ organizations(first: 2) { nodes { slug } } }', { token });
    expect(hub.viewerReads()).toBe(1);
    expect(hub.statements().map(({ kind }) => kind)).toEqual(['open', 'query']);
  });
});
