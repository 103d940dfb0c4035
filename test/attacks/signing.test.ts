import { Client } from 'pg';
import { newSecret } from '../../shared/identity/secret';
import { newId, seedId } from '../../shared/schema/type-id';
import { type Asker, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';
import { lead, mima, petitionsOf } from '../testkit/petition';
import { mutationText } from '../testkit/schema-arguments';

const bicf = seedId('Organization', 'bicf');
describe.each(transports)('who attacks a petition over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  beforeAll(() => database.mark());
  afterEach(() => database.rewind());
  const { change, refusal, draft, open, join, signer, sign, signaturesFor, countsFor } = petitionsOf(hub);
  let petition: string;
  beforeEach(async () => {
    petition = await open();
    await join(petition, 'bicf');
  });

  /** The whole answer, but for what is random in every answer. */
  const answerTo = async (input: object) => {
    const { data, errors } = await hub.ask(
      mutationText('actionCallSign', 'link userErrors { code field message }'),
      {
        variables: { input },
      },
    );
    return JSON.stringify({ data, errors }).replace(/ths_\w{49}/, 'ths_x');
  };
  const kept = async () => {
    const [row] = await administrator<{ count: number }>('select count(*)::int from campaigns.signing');
    return row!.count;
  };

  it('learns from no answer that an address has signed', async () => {
    const first = await answerTo(signer(petition, 'amal@example.org', { contactBy: [mima] }));
    expect(first).toContain('ths_x');
    for (const contactBy of [[mima], [bicf], []])
      expect(await answerTo(signer(petition, 'AMAL@example.org', { contactBy }))).toBe(first);
    expect(await answerTo(signer(petition, 'never@example.org'))).toBe(first);
  });

  it('learns it from no total either, as long as the petition can be signed', async () => {
    for (let n = 0; n < 30; n++) await sign(petition, `p${n}@example.org`);
    await administrator(`update campaigns.signing set signed_at = signed_at - interval '1 day'`);
    const before = await countsFor(petition, 'public');
    expect(before.total).toBeGreaterThan(0);
    await sign(petition, 'p3@example.org');
    expect(await countsFor(petition, 'public')).toEqual(before);
    await sign(petition, 'never@example.org');
    expect(await countsFor(petition, 'public')).toEqual(before);
  });

  it('costs as many statements whether an address is new or not', async () => {
    const costOf = async (email: string) => {
      hub.statements();
      await sign(petition, email, { contactBy: [mima] });
      return hub.statements().map(({ text }) => text.replaceAll(/'[^']*'|timeout = \d+/g, '?'));
    };
    await costOf('warm@example.org');
    const fresh = await costOf('amal@example.org');
    expect(await costOf('amal@example.org')).toEqual(fresh);
  });

  it('cannot sign what is a draft, over, not begun, or not for everybody, and is told no more than of nothing', async () => {
    const refused = await answerTo(signer(newId('ActionCall'), 'amal@example.org'));
    expect(refused).toContain('NOT_FOUND');
    const { id: drafted } = await draft();
    const closed = await open();
    await change(lead, 'actionCallClose', { actionCall: closed, version: 2 }, 'actionCall { state }');
    const ended = await open({ closesOn: '2020-01-01' });
    const notBegun = await open({ opensOn: '2199-01-01' });
    const { id: inside, version } = await draft();
    await change(lead, 'actionCallOpen', { actionCall: inside, version }, 'actionCall { state }');
    const before = await kept();
    for (const call of [
      drafted,
      closed,
      ended,
      notBegun,
      inside,
      'nonsense',
      seedId('Campaign', 'mima-nali'),
    ])
      expect(await answerTo(signer(call, 'amal@example.org'))).toBe(refused);
    // Also those who see it, and the organisation's own people.
    for (const as of ['bicf:CAMPAIGNER', lead] as const)
      expect(await refusal(as, 'actionCallSign', signer(inside, 'amal@example.org'))).toBe(
        'NOT_FOUND actionCall',
      );
    expect(await kept()).toBe(before);
  });

  it.each(['state', 'closes_on'])('is told no more where %s changes while they sign', async (changed) => {
    const closing = new Client({ connectionString: database.url });
    await closing.connect();
    await closing.query('begin');
    await closing.query(
      changed === 'state'
        ? `update campaigns.action_call set state = 'CLOSED' where id = $1`
        : `update campaigns.action_call set closes_on = current_date + 7 where id = $1`,
      [petition],
    );
    const signed = hub.ask(mutationText('actionCallSign', 'link userErrors { code }'), {
      variables: { input: signer(petition, 'amal@example.org', { contactBy: [mima] }) },
    });
    await isWaiting(closing);
    await closing.query('commit');
    await closing.end();
    const { data, errors } = await signed;
    expect(errors).toBeUndefined();
    expect(data.actionCallSign.userErrors).toEqual(changed === 'state' ? [{ code: 'NOT_FOUND' }] : []);
    expect(await kept()).toBe(changed === 'state' ? 0 : 1);
    expect(
      await administrator(`select from campaigns.signature where contacts_until = '9999-12-31'`),
    ).toEqual([]);
  });

  it('cannot sign through, or be known to, an organisation that does not bring the petition', async () => {
    const iom = seedId('Organization', 'iom');
    const before = await kept();
    const signing = (changes: object) =>
      refusal('public', 'actionCallSign', signer(petition, 'a@example.org', changes));
    expect(await signing({ via: iom })).toBe('NOT_FOUND via');
    expect(await signing({ contactBy: [mima, iom] })).toBe('NOT_FOUND contactBy');
    expect(await signing({ contactBy: ['nonsense'] })).toBe('INVALID contactBy');
    expect(await kept()).toBe(before);
  });

  it('finds no signature by guessing links, and changes none by that of another', async () => {
    const link = await sign(petition, 'amal@example.org', { contactBy: [mima] });
    const own = await sign(petition, 'amal@example.org', { contactBy: [mima], name: 'Attacker' });
    const last = link.at(-1) === '0' ? '1' : '0';
    for (const guess of [
      newSecret('ths'),
      newSecret('tha'),
      `${link.slice(0, -1)}${last}`,
      '',
      link.toLowerCase(),
      `${link} `,
    ]) {
      const { data } = await hub.ask('query ($link: String!) { signing(link: $link) { email } }', {
        variables: { link: guess },
      });
      expect(data.signing).toBeNull();
      for (const mutation of ['signatureConfirm', 'signatureWithdraw', 'signatureUpdate'])
        expect(
          await refusal('public', mutation, {
            link: guess,
            ...(mutation === 'signatureUpdate' && { name: 'x' }),
          }),
        ).toBe('NOT_FOUND link');
    }
    await change('public', 'signatureWithdraw', { link: own }, 'signing { name }');
    expect(await signaturesFor(petition, lead)).toMatchObject([{ name: 'Name of amal@example.org' }]);
  });

  it('cannot hide, turn or flood what people read', async () => {
    const signing = (changes: object) =>
      refusal(
        'public',
        'actionCallSign',
        signer(petition, 'a@example.org', { contactBy: [mima], ...changes }),
      );
    for (const [field, maximum] of [
      ['name', 200],
      ['place', 200],
      ['comment', 2_000],
      ['consentVersion', 40],
    ] as const) {
      expect(await signing({ [field]: 'x'.repeat(maximum + 1) })).toBe(`TOO_LONG ${field}`);
      for (const turned of ['a\u202Eb', 'a\u202Ab', 'a\u2067b'])
        expect(await signing({ [field]: turned })).toBe(`DIRECTION_OVERRIDDEN ${field}`);
      expect(await signing({ [field]: 'a\0b' })).toBe(`INVALID ${field}`);
      expect(await signing({ [field]: '  ' })).toBe(`REQUIRED ${field}`);
    }
    expect(await signing({ consentVersion: null })).toBe('REQUIRED consentVersion');
    expect(await signing({ language: 'no language' })).toBe('INVALID language');
    for (const email of ['', 'nobody', 'a@b', 'a@example.org\0'])
      expect(await refusal('public', 'actionCallSign', signer(petition, email, { name: 'A' }))).toBe(
        'INVALID email',
      );
    expect(await signing({ name: 'نور\u200c \u200f(Noor)' })).toBe('');
    const { errors } = await hub.ask(mutationText('actionCallSign', 'link'), {
      variables: { input: signer(petition, 'a@example.org', { comment: 'x'.repeat(10_000_000) }) },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }]);
  });

  it('is answered the same and keeps nothing when it fills in every field', async () => {
    const before = await kept();
    const honest = await answerTo(signer(petition, 'amal@example.org'));
    expect(await answerTo(signer(petition, 'bot@example.org', { website: 'https://spam.example' }))).toBe(
      honest,
    );
    expect(await kept()).toBe(before + 1);
  });

  it('signs one petition a hundred times a day from one address, and no more', async () => {
    await sign(petition, 'one@example.org');
    await administrator('update campaigns.signing_count set count = 100 where count < 100');
    expect(await refusal('public', 'actionCallSign', signer(petition, 'two@example.org'))).toBe(
      'TOO_MANY_TODAY null',
    );
    expect(JSON.stringify(await administrator('select * from campaigns.signing_count'))).not.toMatch(
      /127\.0|::1/,
    );
  });

  it('reads no contact as anybody but those whom the person chose', async () => {
    await sign(petition, 'amal@example.org', { via: bicf, contactBy: [bicf] });
    const everybody: Asker[] = [
      lead,
      'mima:ORG_ADMIN',
      'iom:ORG_ADMIN',
      'nair:COALITION_STAFF',
      'nair:ORG_ADMIN',
      'bicf:VIEWER',
      'bicf:CASEWORKER',
      'public',
    ];
    for (const as of everybody) {
      const { data, errors } = await hub.ask(
        `{ actionCalls { nodes { signatures { totalCount nodes { name email } } } } campaignsAccess(type: "Signature", field: "email", id: "${newId('Signature')}") { visible } }`,
        { as },
      );
      expect(JSON.stringify({ data, errors })).not.toContain('amal');
      for (const { signatures } of data?.actionCalls?.nodes ?? [])
        expect(signatures?.totalCount ?? 0).toBe(0);
    }
    expect(await signaturesFor(petition, 'bicf:CAMPAIGNER')).toHaveLength(1);
  });
});

/** Until another connection waits for a lock that this one holds. */
async function isWaiting(holder: Client): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await holder.query(
      'select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))',
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
}
