import { argon2id, hash } from 'argon2';
import { seedId } from '../../../shared/schema/type-id';
import { asAdministrator } from '../../testkit/database';
import { bytes, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { codes, newEmail, password, peopleOf } from '../../testkit/people';

describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  let admin: string;
  beforeAll(async () => {
    admin = await hub.provenTokenFor('mima:ORG_ADMIN');
  });
  const change = <Row extends object>(text: string, ...values: unknown[]) =>
    asAdministrator<Row>(text, values, database.url);
  /** Every attempt of this file comes from one address. */
  beforeEach(() => change('delete from members.attempt'));

  it('lets in whoever has the password, and shows them their account', async () => {
    const email = newEmail();
    await people.accept(await people.invite(admin, email.toUpperCase(), ['VIEWER', 'CAMPAIGNER']));
    const before = Date.now();
    const signedIn = await people.signIn({ email: ` ${email} `, password });
    expect(signedIn).toMatchObject({
      userErrors: [],
      retryAfter: null,
      organization: { slug: 'mima' },
      organizations: [{ roles: ['CAMPAIGNER', 'VIEWER'], organization: { slug: 'mima' } }],
    });
    const lifetime = Date.parse(signedIn.tokens.expiresAt) - before;
    expect(lifetime).toBeGreaterThan(9 * 60_000);
    expect(lifetime).toBeLessThan(11 * 60_000);
    const { data, errors } = await hub.ask(
      `{ viewer { roles name { value } organization { slug } secondFactor secondFactorAt notices { id }
        organizations { roles organization { slug } } signIns { current organization { slug } startedAt lastUsedAt } } }`,
      { token: signedIn.tokens.accessToken },
    );
    expect(errors).toBeUndefined();
    expect(data.viewer).toMatchObject({
      roles: ['CAMPAIGNER', 'VIEWER'],
      name: { value: 'Somebody' },
      organization: { slug: 'mima' },
      secondFactor: false,
      secondFactorAt: null,
      notices: [],
      organizations: [{ roles: ['CAMPAIGNER', 'VIEWER'], organization: { slug: 'mima' } }],
      signIns: [{ current: true, organization: { slug: 'mima' } }],
    });
  });

  it('answers every refusal in the same bytes, and after the same statements', async () => {
    const mima = seedId('Organization', 'mima');
    const known = await people.join(admin, ['VIEWER']);
    const disabled = await people.join(admin, ['VIEWER']);
    const roleless = await people.join(admin, ['VIEWER']);
    const personOf = `(select person_id from members.account where email = $1)`;
    await change(`update members.person set disabled_at = now() where id = ${personOf}`, disabled.email);
    await change(`delete from members.role_grant where person_id = ${personOf}`, roleless.email);
    const wrong = {
      'unknown address': { email: newEmail(), password },
      'wrong password': { email: known.email, password: `${password}!` },
      'another organisation': { email: known.email, password, organization: seedId('Organization', 'bicf') },
      'an organisation that is none': { email: known.email, password, organization: 'x' },
      disabled: { email: disabled.email, password },
      'without a role': { email: roleless.email, password, organization: mima },
      'disabled, wrong password': { email: disabled.email, password: 'x'.repeat(12) },
      'no address': { email: '', password },
      'empty password': { email: known.email, password: '' },
    };
    hub.statements();
    const answers = [];
    for (const [what, input] of Object.entries(wrong)) {
      const answer = await people.mutateRaw(
        'signIn',
        input,
        'tokens { accessToken } organization { slug } retryAfter',
      );
      const statements = hub
        .statements()
        .map(({ kind, text }) => `${kind} ${text.replace(/(statement_timeout|hub.request) = [^;]+/g, '')}`);
      answers.push({ what, ...bytes(answer), statements });
    }
    const [first] = answers;
    expect(first!.text).toContain('"SIGN_IN_REFUSED"');
    for (const answer of answers) expect({ ...answer, what: '' }).toEqual({ ...first, what: '' });
  });

  it('takes as long for an unknown account as for a known one', async () => {
    const known = await people.join(admin, ['VIEWER']);
    const time = async (email: string) => {
      const begin = process.hrtime.bigint();
      await people.signIn({ email, password: 'not the right one' });
      await change('delete from members.attempt');
      return Number(process.hrtime.bigint() - begin) / 1e6;
    };
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let round = 0; round < 12; round++) {
      times.known.push(await time(known.email));
      times.unknown.push(await time(newEmail()));
    }
    const fastest = (all: number[]) => Math.min(...all);
    // Without the work for nobody's hash, an unknown account would be answered in a small part of the time.
    expect(fastest(times.unknown)).toBeGreaterThan(fastest(times.known) * 0.6);
    expect(fastest(times.known)).toBeGreaterThan(fastest(times.unknown) * 0.6);
  });

  it('does not hash what is no password', async () => {
    const { email } = await people.join(admin, ['VIEWER']);
    await change('delete from members.attempt');
    const begin = Date.now();
    const refused = await people.signIn({ email, password: 'x'.repeat(900_000) });
    expect(codes(refused)).toEqual(['SIGN_IN_REFUSED']);
    const attempts = await change('select 1 from members.attempt');
    expect(attempts).toEqual([]);
    expect(Date.now() - begin).toBeLessThan(2_000);
  });

  it('refuses passwords that are none', async () => {
    const email = newEmail();
    const link = await people.invite(admin, email, ['VIEWER']);
    const chosen = {
      'eleven char': 'PASSWORD_TOO_SHORT',
      [email]: 'PASSWORD_TOO_WEAK',
      [email.toUpperCase()]: 'PASSWORD_TOO_WEAK',
      ['a'.repeat(12)]: 'PASSWORD_TOO_WEAK',
      ['ab'.repeat(500_000)]: 'TOO_LONG',
      '': 'PASSWORD_TOO_SHORT',
    };
    for (const [text, code] of Object.entries(chosen)) {
      expect(codes(await people.accept(link, { password: text }))).toEqual([code]);
    }
    // Twelve letters of any script are one.
    const arabic = 'كلمة سر طويلة';
    expect(codes(await people.accept(link, { password: arabic }))).toEqual([]);
    expect(codes(await people.signIn({ email, password: arabic.normalize('NFD') }))).toEqual([]);
  });

  it('keeps no password, and renews a hash of older parameters', async () => {
    const { email } = await people.join(admin, ['VIEWER']);
    const old = await hash(password, { type: argon2id, memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await change('update members.account set password_hash = $2 where email = $1', email, old);
    expect(codes(await people.signIn({ email, password }))).toEqual([]);
    const [row] = await change<{ hash: string; text: string }>(
      'select password_hash as hash, a::text as text from members.account a where email = $1',
      email,
    );
    expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,/);
    expect(row!.text).not.toContain(password);
  });

  it('tells why in the language asked for', async () => {
    const { userErrors } = await people.signIn({ email: newEmail(), password }, { language: 'ar' });
    expect(userErrors[0].message).toMatch(/كلمة المرور/);
  });

  it('changes a password and ends all other sign-ins', async () => {
    const somebody = await people.join(admin, ['VIEWER']);
    const elsewhere = await people.signIn({ email: somebody.email, password });
    const token = somebody.accessToken;
    const selection = `${people.tokens} retryAfter`;
    const refusals = {
      SIGN_IN_REFUSED: { password: 'not the old one at all', newPassword: 'another quiet river' },
      PASSWORD_TOO_SHORT: { password, newPassword: 'short' },
      TOO_LONG: { password, newPassword: 'x'.repeat(100_000) },
    };
    for (const [code, input] of Object.entries(refusals)) {
      expect(codes(await people.mutate('passwordChange', input, selection, { token }))).toEqual([code]);
    }
    const input = { password, newPassword: 'another quiet river' };
    const changed = await people.mutate('passwordChange', input, selection, { token });
    expect(codes(changed)).toEqual([]);
    expect((await people.whoAmI(changed.tokens.accessToken)).status).toBe(200);
    expect((await people.whoAmI(elsewhere.tokens.accessToken)).status).toBe(401);
    expect(codes(await people.signIn({ email: somebody.email, password }))).toEqual(['SIGN_IN_REFUSED']);
    expect(codes(await people.signIn({ email: somebody.email, password: 'another quiet river' }))).toEqual(
      [],
    );
  });

  it('is not for tokens that no sign-in is behind', async () => {
    const refused = await people.mutate('passwordChange', { password, newPassword: password }, '', {
      as: 'mima:VIEWER',
    });
    expect(codes(refused)).toEqual(['SIGN_IN_NEEDED']);
    const outsider = await people.mutateRaw('passwordChange', { password, newPassword: password }, '');
    expect(outsider.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
