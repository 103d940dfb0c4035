import { newSecret } from '../../shared/identity/secret';
import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { bytes, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';
import { codes, newEmail, peopleOf } from '../testkit/people';

const hash = jest.fn();
jest.mock('argon2', () => {
  const real = jest.requireActual('argon2');
  return {
    ...real,
    hash: (...given: unknown[]) => {
      hash();
      return real.hash(...given);
    },
  };
});
const password = 'a new quiet river';

/** Hashing a password takes 19 MiB and tens of milliseconds: nobody gets that for a link that they made up. */
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  beforeEach(() => hash.mockClear());
  const change = (text: string, ...values: unknown[]) => asAdministrator(text, values, database.url);

  it('two hundred guessed recovery links in ten requests cost no hash', async () => {
    const guess = () => `r${Math.random().toString(36).slice(2)}: recoveryComplete(input: {
      link: "${newSecret('thc')}", password: "${password}" }) { userErrors { code } }`;
    for (let round = 0; round < 10; round++) {
      const { data } = await hub.ask(`mutation { ${Array.from({ length: 20 }, guess).join(' ')} }`);
      const refused = Object.values<{ userErrors: { code: string }[] }>(data).flatMap(codes);
      expect(new Set(refused)).toEqual(new Set(['LINK_REFUSED']));
      expect(refused).toHaveLength(20);
    }
    expect(hash).not.toHaveBeenCalled();
  });

  it('a guessed invitation link costs none either', async () => {
    const input = { link: newSecret('thi'), name: [{ language: 'en', value: 'Somebody' }], password };
    expect(codes(await people.mutate('invitationAccept', input, ''))).toEqual(['LINK_REFUSED']);
    expect(hash).not.toHaveBeenCalled();
  });

  it('a link that was right costs one, however often it is shown at the same time', async () => {
    const admin = await hub.provenTokenFor('mima:ORG_ADMIN');
    const { email } = await people.join(admin, ['VIEWER'], newEmail());
    const staff = await hub.provenTokenFor('nair:COALITION_STAFF');
    const { request } = await people.mutate(
      'recoveryRequestCreate',
      { kind: 'LOST_FACTOR', organization: seedId('Organization', 'mima'), email, reason: 'Seen here.' },
      'request { id }',
      { token: staff },
    );
    await change(`update members.recovery_request set effective_at = now() where id = $1`, request.id);
    const { link } = await people.mutate('recoveryRequestApprove', { request: request.id }, 'link', {
      token: staff,
    });
    hash.mockClear();
    const complete = () => people.mutateRaw('recoveryComplete', { link, password }, '');
    const all = await Promise.all([complete(), complete(), complete(), complete()]);
    const done = all.filter(({ data }) => data.recoveryComplete.userErrors.length === 0);
    expect(done).toHaveLength(1);
    expect(hash).toHaveBeenCalledTimes(1);
    // Afterwards it is like one that never was.
    const [used, never] = [
      await complete(),
      await people.mutateRaw('recoveryComplete', { link: newSecret('thc'), password }, ''),
    ];
    expect(bytes(used)).toEqual(bytes(never));
    expect(hash).toHaveBeenCalledTimes(1);
  });
});
