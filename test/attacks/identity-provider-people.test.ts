import { readSettings } from '../../gateway/settings';
import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { bytes, transports } from '../testkit/hub';
import { startIdentityProvider, type TestProvider } from '../testkit/identity-provider';
import { hubOfItsOwn } from '../testkit/own-hub';
import { codes, newEmail, peopleOf } from '../testkit/people';

const audience = 'https://hub.example';
const now = () => Math.floor(Date.now() / 1000);

/** People of a provider whom the hub has shut out, and subjects that a provider should not have named. */
describe.each(transports)('over the %s transport', (transport) => {
  let provider: TestProvider;
  const { hub, database } = hubOfItsOwn(transport, async () => {
    provider = await startIdentityProvider();
    const setting = [{ issuer: provider.issuer, audience, organization: seedId('Organization', 'mima') }];
    return readSettings([], { HUB_OIDC_PROVIDERS: JSON.stringify(setting) }).oidcProviders;
  });
  afterAll(() => provider.close());
  const tokenOf = (sub: string) =>
    provider.sign(
      { typ: 'at+jwt' },
      { iss: provider.issuer, aud: audience, sub, iat: now(), exp: now() + 600 },
    );
  const ask = (token: string) => hub.ask('{ organizations { totalCount } }', { token });
  const change = (text: string, ...values: unknown[]) => asAdministrator(text, values, database.url);

  it('a person who is disabled is refused like a bad token, and is not read as the public', async () => {
    const people = peopleOf(hub);
    const token = await tokenOf('fatima');
    expect((await ask(token)).status).toBe(200);
    const link = await people.invite(await hub.provenTokenFor('mima:ORG_ADMIN'), newEmail(), ['VIEWER']);
    expect(codes(await people.accept(link, { password: null }, { token }))).toEqual([]);
    const linked = `(select person_id from members.external_identity where subject = 'fatima')`;
    await change(`update members.person set disabled_at = now() where id = ${linked}`);
    const bad = await ask('a.b.c');
    expect(bad.status).toBe(401);
    expect(bytes(await ask(token))).toEqual(bytes(bad));
    await change(`update members.person set disabled_at = null where id = ${linked}`);
    expect((await ask(token)).status).toBe(200);
    await change(`delete from members.role_grant where person_id = ${linked}`);
    expect(bytes(await ask(token))).toEqual(bytes(bad));
  });

  it.each([
    ['a null character', 'fati\u0000ma'],
    ['a line break', 'fatima\nadmin'],
    ['an escape of a terminal', '\u001b[31mfatima'],
    ['half a character', 'fatima\ud800'],
    ['an override of direction', '\u202efatima'],
    ['more than a subject may have', 'f'.repeat(256)],
  ])('a subject with %s is refused, and is no fault of the database', async (_what, sub) => {
    const answer = await ask(await tokenOf(sub));
    expect(answer.status).toBe(401);
    expect(bytes(answer)).toEqual(bytes(await ask('a.b.c')));
  });
});
