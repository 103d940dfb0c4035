import { asAdministrator } from '../../testkit/database';
import { transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { codeOf, codes, newEmail, password, peopleOf } from '../../testkit/people';

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  let admin: string;
  beforeAll(async () => {
    admin = await hub.provenTokenFor('mima:ORG_ADMIN');
  });
  const change = <Row extends object>(text: string, ...values: unknown[]) =>
    asAdministrator<Row>(text, values, database.url);
  beforeEach(() => change('delete from members.attempt'));
  const provedAt = async (token: string) =>
    (await hub.ask('{ viewer { secondFactor secondFactorAt } }', { token })).data.viewer;

  it('is switched on with the first code, shown once, and asked from then on', async () => {
    const somebody = await people.join(admin, ['VIEWER']);
    const token = somebody.accessToken;
    const wrong = await people.mutate('secondFactorStart', { password: 'somebody else’s' }, 'secret uri', {
      token,
    });
    expect(wrong).toMatchObject({ secret: null, uri: null, userErrors: [{ code: 'SIGN_IN_REFUSED' }] });
    expect(codes(await people.mutate('secondFactorConfirm', { code: '123456' }, '', { token }))).toEqual([
      'SECOND_FACTOR_OFF',
    ]);
    const { secret, uri } = await people.mutate('secondFactorStart', { password }, 'secret uri', { token });
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Tahaluf/);
    // Not before it is confirmed.
    expect(codes(await people.signIn({ email: somebody.email, password }))).toEqual([]);
    expect(codes(await people.mutate('secondFactorConfirm', { code: '000000' }, '', { token }))).toEqual([
      'SIGN_IN_REFUSED',
    ]);
    const confirmed = await people.mutate(
      'secondFactorConfirm',
      { code: codeOf(secret, -1) },
      `recoveryCodes ${people.tokens}`,
      { token },
    );
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    const { secondFactor, secondFactorAt } = await provedAt(confirmed.tokens.accessToken);
    expect(secondFactor).toBe(true);
    expect(Date.now() - Date.parse(secondFactorAt)).toBeLessThan(30_000);
    const again = await people.mutate('secondFactorStart', { password }, 'secret', {
      token: confirmed.tokens.accessToken,
    });
    expect(codes(again)).toEqual(['SECOND_FACTOR_ON']);

    expect(codes(await people.signIn({ email: somebody.email, password }))).toEqual(['SECOND_FACTOR_NEEDED']);
    expect(
      codes(await people.signIn({ email: somebody.email, password: 'not this one', code: codeOf(secret) })),
    ).toEqual(['SIGN_IN_REFUSED']);
    const signedIn = await people.signIn({ email: somebody.email, password, code: codeOf(secret) });
    expect(codes(signedIn)).toEqual([]);
    expect((await provedAt(signedIn.tokens.accessToken)).secondFactorAt).not.toBeNull();
    const refreshed = await people.mutate(
      'tokenRefresh',
      { refreshToken: signedIn.tokens.refreshToken },
      people.tokens,
    );
    // The age stays that of the proof.
    expect((await provedAt(refreshed.tokens.accessToken)).secondFactorAt).toBe(
      (await provedAt(signedIn.tokens.accessToken)).secondFactorAt,
    );
  });

  it('takes each code once, also from two at the same time', async () => {
    const { email, secret } = await people.withFactor(await people.join(admin, ['VIEWER']));
    const used = await people.signIn({ email, password, code: codeOf(secret, -1) });
    expect(codes(used)).toEqual(['SIGN_IN_REFUSED']);
    const code = codeOf(secret);
    const both = await Promise.all([1, 2, 3].map(() => people.signIn({ email, password, code })));
    expect(both.filter(({ tokens }) => tokens !== null)).toHaveLength(1);
    // An earlier step than the last one is used up, too.
    await change('delete from members.attempt');
    expect(codes(await people.signIn({ email, password, code: codeOf(secret, 1) }))).toEqual([]);
    expect(codes(await people.signIn({ email, password, code }))).toEqual(['SIGN_IN_REFUSED']);
  });

  it('takes digits as Arabic keyboards write them', async () => {
    const { email, secret } = await people.withFactor(await people.join(admin, ['VIEWER']));
    const code = codeOf(secret).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect(
      codes(await people.signIn({ email, password, code: `${code.slice(0, 3)} ${code.slice(3)}` })),
    ).toEqual([]);
  });

  it('takes each recovery code once, and none of before once they are renewed', async () => {
    const { email, secret, recoveryCodes, accessToken } = await people.withFactor(
      await people.join(admin, ['VIEWER']),
    );
    const [first, second] = recoveryCodes as [string, string];
    expect(
      codes(await people.signIn({ email, password, code: first.toLowerCase().replace('-', ' ') })),
    ).toEqual([]);
    expect(codes(await people.signIn({ email, password, code: first }))).toEqual(['SIGN_IN_REFUSED']);
    const other = await people.withFactor(await people.join(admin, ['VIEWER']));
    expect(codes(await people.signIn({ email, password, code: other.recoveryCodes[0] }))).toEqual([
      'SIGN_IN_REFUSED',
    ]);
    const renewed = await people.mutate('recoveryCodesRenew', { code: codeOf(secret) }, 'recoveryCodes', {
      token: accessToken,
    });
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect(codes(await people.signIn({ email, password, code: second }))).toEqual(['SIGN_IN_REFUSED']);
    expect(codes(await people.signIn({ email, password, code: renewed.recoveryCodes[0] }))).toEqual([]);
  });

  it('is switched off with a code, and what needs it is closed on the next request', async () => {
    const joined = await people.join(admin, ['VIEWER']);
    const { email, secret, accessToken: token } = await people.withFactor(joined);
    for (const code of ['', 'x', '1234567', '12345', 'x'.repeat(500_000), codeOf(secret, -1)]) {
      await change('delete from members.attempt');
      expect(codes(await people.mutate('secondFactorRemove', { code }, '', { token }))).toEqual([
        'SIGN_IN_REFUSED',
      ]);
    }
    const removed = await people.mutate('secondFactorRemove', { code: codeOf(secret) }, people.tokens, {
      token,
    });
    expect(codes(removed)).toEqual([]);
    expect(await provedAt(removed.tokens.accessToken)).toEqual({ secondFactor: false, secondFactorAt: null });
    expect(codes(await people.signIn({ email, password }))).toEqual([]);
  });

  it('is needed for what changes other people’s rights', async () => {
    const input = { email: newEmail(), roles: ['VIEWER'] };
    const without = await people.mutateRaw('invitationCreate', input, 'link', { as: 'mima:ORG_ADMIN' });
    expect(without.errors).toMatchObject([{ extensions: { code: 'SECOND_FACTOR_REQUIRED' } }]);
    const other = await people.mutateRaw('invitationCreate', input, 'link', {
      token: await hub.provenTokenFor('mima:VIEWER'),
    });
    expect(other.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is kept sealed', async () => {
    const { email, secret, recoveryCodes } = await people.withFactor(await people.join(admin, ['VIEWER']));
    const [row] = await change<{ text: string }>(
      'select a::text as text from members.account a where email = $1',
      email,
    );
    for (const hidden of [secret, ...recoveryCodes]) expect(row!.text).not.toContain(hidden);
    // Moved to another account it does not open.
    const thief = await people.withFactor(await people.join(admin, ['VIEWER']));
    await change(
      'update members.account set totp_secret = (select totp_secret from members.account where email = $2) where email = $1',
      email,
      thief.email,
    );
    const answer = await people.mutateRaw(
      'signIn',
      { email, password, code: codeOf(thief.secret) },
      'tokens { accessToken }',
    );
    expect(answer.data.signIn).toBeNull();
  });
});
