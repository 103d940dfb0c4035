import { randomBytes } from 'node:crypto';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { hashesOf, newSecret } from '../../shared/identity/secret';
import { newId, seedId } from '../../shared/schema/type-id';
import { asAdministrator, testSecret } from '../testkit/database';
import { type Answer, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';
import { peopleOf } from '../testkit/people';
import { makeKey } from '../testkit/tool-keys';

/**
 * Thousands of guesses, as fast as they come; slowing them down is tested elsewhere (test/e2e/accounts/brute-force.test.ts).
 * Here: however many, none is told from another, and none is right.
 */
describe.each(transports)('over the %s transport, whoever guesses', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const change = (text: string, ...values: unknown[]) => asAdministrator(text, values, database.url);
  const sameAnswers = (answers: readonly Answer[]) =>
    new Set(
      answers.map(
        ({ status, text, headers }) => `${status} ${text.replaceAll(headers.get('x-request-id')!, '')}`,
      ),
    );

  /** Twenty to a request, thirty requests at once. */
  async function ask(count: number, field: (n: number) => string, mutation = false) {
    const size = 20;
    const seen: unknown[] = [];
    const requests = Array.from({ length: Math.ceil(count / size) }, (_, batch) => batch * size);
    while (requests.length > 0) {
      const answers = await Promise.all(
        requests.splice(0, 10).map((start) => {
          const fields = Array.from({ length: size }, (_, n) => `g${n}: ${field(start + n)}`).join(' ');
          return hub.ask(`${mutation ? 'mutation ' : ''}{ ${fields} }`);
        }),
      );
      for (const { data, errors } of answers)
        seen.push(...Object.values(data ?? {}), ...(errors ?? []).map(({ extensions }) => extensions.code));
    }
    return seen;
  }

  it('4,000 ids finds no hidden row, also beside one that is known', async () => {
    await change(`update campaigns.campaign set sharing_level = 'PRIVATE', chosen_level = 'PRIVATE'`);
    await change(
      `update events.event set sharing_level = 'PRIVATE', chosen_level = 'PRIVATE' where sharing_level = 'PUBLIC'`,
    );
    const [known] = (await change('select id from campaigns.campaign limit 1')) as { id: string }[];
    const beside = (n: number) => {
      const digits = '0123456789abcdefghjkmnpqrstvwxyz';
      const place = known!.id.length - 1 - (n % 20);
      return known!.id.slice(0, place) + digits[(n * 7) % 32] + known!.id.slice(place + 1);
    };
    const guess = (n: number) =>
      [
        `campaign(id: "${newId('Campaign')}") { id }`,
        `campaign(id: "${beside(n)}") { id }`,
        `event(id: "${seedId('Event', `event-${n}`)}") { id }`,
        `campaign(id: "${seedId('Campaign', `campaign-${n}`)}") { id }`,
      ][n % 4]!;
    const seen = await ask(4_000, guess);
    expect(seen).toHaveLength(4_000);
    expect(new Set(seen)).toEqual(new Set([null]));
  });

  it('2,000 keys finds none, and all are refused in the same bytes', async () => {
    const { secret } = await makeKey(hub);
    // All but the last: with a checksum that fits, so that the database is asked.
    const near = (n: number) => `${secret.slice(0, 6 + (n % 30))}${newSecret('thk').slice(6 + (n % 30))}`;
    const answers: Answer[] = [];
    for (let round = 0; round < 2_000; round += 50) {
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, (_, n) =>
            hub.ask('{ __typename }', { token: n % 2 === 0 ? newSecret('thk') : near(round + n) }),
          ),
        )),
      );
    }
    // A busy database leaves some unanswered, which tells nothing.
    const told = answers.filter(({ status }) => status !== 503);
    expect(told.length).toBeGreaterThan(1_500);
    expect(sameAnswers(told).size).toBe(1);
    expect(told[0]!.status).toBe(401);
    expect((await hub.ask('{ __typename }', { token: secret })).status).toBe(200);
  });

  it('1,000 links of every kind finds none', async () => {
    const people = peopleOf(hub);
    const link = await people.invite(await hub.provenTokenFor('mima:ORG_ADMIN'), 'guessed@example.org', [
      'VIEWER',
    ]);
    expect((await hub.ask(`{ invitation(link: "${link}") { email } }`)).data.invitation).not.toBeNull();
    const kinds = [
      () => `invitation(link: "${newSecret('thi')}") { email }`,
      () => `membershipApplication(link: "${newSecret('tha')}") { id }`,
      () => `invitation(link: "${link.slice(0, -8)}${randomBytes(4).toString('hex')}") { email }`,
      () => `invitation(link: "${hashesOf(new RotatingKeyring(testSecret), link)[0]}") { email }`,
    ];
    const seen = await ask(1_000, (n) => kinds[n % 4]!());
    expect(new Set(seen)).toEqual(new Set([null]));
    const refresh = () =>
      `tokenRefresh(input: { refreshToken: "thr_${newId('SignIn').slice(4)}.1.${randomBytes(32).toString('hex')}" }) { tokens { accessToken } userErrors { code } }`;
    const refused = await ask(200, refresh, true);
    expect(new Set(refused.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(JSON.stringify(refused[0])).toMatch(/"tokens":null.*SIGN_IN_ENDED|SIGN_IN_REFUSED/);
  });

  it('160 e-mail addresses learns of no account', async () => {
    const people = peopleOf(hub);
    const known = await people.join(await hub.provenTokenFor('mima:ORG_ADMIN'), ['VIEWER']);
    const address = (n: number) => (n % 10 === 0 ? known.email : `somebody-${n}@example.org`);
    const answers: string[] = [];
    for (let n = 0; n < 40; n++) {
      // As if each came from another place, and a day after the last.
      await change('delete from members.attempt');
      const { data } = await hub.ask(
        `mutation { ${Array.from({ length: 4 }, (_, i) => `g${i}: signIn(input: { email: "${address(n * 4 + i)}", password: "a wrong password" }) { tokens { accessToken } retryAfter userErrors { field code message } }`).join(' ')} }`,
      );
      answers.push(...Object.values(data).map((one) => JSON.stringify(one)));
    }
    expect(answers).toHaveLength(160);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('SIGN_IN_REFUSED');
  });
});
