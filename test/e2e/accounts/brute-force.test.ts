import { asAdministrator } from '../../testkit/database';
import { bytes, transports } from '../../testkit/hub';
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
  const forget = () => change('delete from members.attempt');
  beforeEach(forget);

  const guess = (email: string) => people.signIn({ email, password: 'a guess, and wrong' });
  const waited = () =>
    change(`update members.attempt set blocked_until = now() - interval '1 second', counted_at = counted_at`);

  it('slows an account down after five vain attempts, and lets it in when the time has passed', async () => {
    const { email } = await people.join(admin, ['VIEWER']);
    await forget();
    const first = [];
    for (let n = 0; n < 5; n++) first.push(codes(await guess(email)));
    expect(first).toEqual(Array(5).fill(['SIGN_IN_REFUSED']));
    const right = await people.signIn({ email, password });
    expect(codes(right)).toEqual(['TOO_MANY_ATTEMPTS']);
    expect(right).toMatchObject({ tokens: null, retryAfter: 2 });
    const waits = [right.retryAfter];
    for (let n = 0; n < 9; n++) {
      await waited();
      expect(codes(await guess(email))).toEqual(['SIGN_IN_REFUSED']);
      waits.push((await guess(email)).retryAfter);
    }
    // Doubles, up to a quarter of an hour; a refusal that is not looked at adds nothing.
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900]);
    await waited();
    expect(codes(await people.signIn({ email, password }))).toEqual([]);
    // And begins anew.
    expect(codes(await guess(email))).toEqual(['SIGN_IN_REFUSED']);
    expect(codes(await people.signIn({ email, password }))).toEqual([]);
  });

  it('does the same for an address that nobody has', async () => {
    const known = (await people.join(admin, ['VIEWER'])).email;
    const unknown = newEmail();
    const answersFor = async (email: string) => {
      await forget();
      const answers = [];
      for (let n = 0; n < 8; n++) {
        const input = { email, password: 'a guess, and wrong' };
        answers.push(bytes(await people.mutateRaw('signIn', input, 'tokens { accessToken } retryAfter')));
      }
      return answers;
    };
    const answers = await answersFor(known);
    expect(answers[7]!.text).toContain('"TOO_MANY_ATTEMPTS"');
    expect(await answersFor(unknown)).toEqual(answers);
  });

  it('counts guesses that come at the same time, and many in one request', async () => {
    const { email } = await people.join(admin, ['VIEWER']);
    await forget();
    const parallel = (await Promise.all(Array.from({ length: 20 }, () => guess(email)))).map(codes);
    expect(parallel.filter(([code]) => code === 'SIGN_IN_REFUSED')).toHaveLength(5);
    expect(parallel.filter(([code]) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(15);

    await forget();
    const aliases = Array.from(
      { length: 12 },
      (_, n) =>
        `a${n}: signIn(input: { email: "${email}", password: "guess number ${n}" }) { userErrors { code } }`,
    );
    const { data } = await hub.ask(`mutation { ${aliases.join('\n')} }`);
    const counted = Object.values<{ userErrors: { code: string }[] }>(data).map((one) => codes(one)[0]);
    expect(counted).toEqual([...Array(5).fill('SIGN_IN_REFUSED'), ...Array(7).fill('TOO_MANY_ATTEMPTS')]);
  });

  it('counts also when the rest of the request fails', async () => {
    const { email } = await people.join(admin, ['VIEWER']);
    await forget();
    for (let n = 0; n < 5; n++) {
      await hub.ask(`mutation { signIn(input: { email: "${email}", password: "wrong wrong wrong" }) { userErrors { code } }
        organizationSwitch(input: { organization: "x" }) { userErrors { code } } }`);
    }
    expect(codes(await people.signIn({ email, password }))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  it('slows an address down that tries many accounts', async () => {
    const refused = [];
    for (let n = 0; n < 32; n++) refused.push(codes(await guess(newEmail()))[0]);
    expect(refused.slice(0, 30)).toEqual(Array(30).fill('SIGN_IN_REFUSED'));
    expect(refused.slice(30)).toEqual(Array(2).fill('TOO_MANY_ATTEMPTS'));
  });

  it('does not slow down an office where many people sign in rightly', async () => {
    const email = newEmail();
    await people.join(admin, ['VIEWER'], email);
    for (let n = 0; n < 35; n++) expect(codes(await people.signIn({ email, password }))).toEqual([]);
  });

  it('does not let the password alone clear the way to guess codes', async () => {
    const { email } = await people.withFactor(await people.join(admin, ['VIEWER']));
    await forget();
    for (let n = 0; n < 5; n++) {
      const input = { email, password, ...(n % 2 === 1 && { code: '000000' }) };
      expect(codes(await people.signIn(input))).toEqual([
        n % 2 === 1 ? 'SIGN_IN_REFUSED' : 'SECOND_FACTOR_NEEDED',
      ]);
    }
    expect(codes(await people.signIn({ email, password }))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  it('counts whoever guesses with a token that was stolen', async () => {
    const { accessToken: token, secret } = await people.withFactor(await people.join(admin, ['VIEWER']));
    await forget();
    const answers = [];
    for (let n = 0; n < 6; n++) {
      answers.push(
        codes(await people.mutate('secondFactorRemove', { code: '123456' }, 'retryAfter', { token }))[0],
      );
    }
    expect(answers).toEqual([...Array(5).fill('SIGN_IN_REFUSED'), 'TOO_MANY_ATTEMPTS']);
    const late = await people.mutate('secondFactorRemove', { code: codeOf(secret) }, 'retryAfter', { token });
    expect(late).toMatchObject({ retryAfter: 2, userErrors: [{ code: 'TOO_MANY_ATTEMPTS' }] });
  });

  it('keeps neither e-mail addresses nor addresses of machines', async () => {
    await guess('someone-to-find@example.org');
    const rows = await change<{ key: string }>('select key from members.attempt');
    expect(rows).toHaveLength(2);
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});
