import { createHash, randomUUID } from 'node:crypto';
import { asAdministrator } from '../testkit/database';
import { transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';
import { codes, newEmail, peopleOf } from '../testkit/people';

/** Somebody has a dump of the database, and tries every likely input against what is kept of repeated requests. */
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);

  it('no hash in it can be checked without the key', async () => {
    const people = peopleOf(hub);
    const token = await hub.provenTokenFor('mima:ORG_ADMIN');
    const input = { email: newEmail(), roles: ['VIEWER'], idempotencyKey: randomUUID() };
    const invite = () => people.mutate('invitationCreate', input, 'link invitation { id }', { token });
    const first = await invite();
    expect(codes(first)).toEqual([]);
    // It still knows the same input again, and another one.
    expect((await invite()).invitation.id).toBe(first.invitation.id);
    const other = { ...input, email: newEmail() };
    expect(codes(await people.mutate('invitationCreate', other, '', { token }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const [kept] = await asAdministrator<{ hash: string }>(
      'select input_hash as hash from members.idempotency where key = $1',
      [input.idempotencyKey],
      database.url,
    );
    const texts = permutations(Object.entries(input)).map((entries) =>
      JSON.stringify(Object.fromEntries(entries)),
    );
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      const guesses = texts.map((text) => createHash('sha256').update(text).digest(encoding));
      expect(guesses).not.toContain(kept!.hash);
    }
    expect(kept!.hash.length).toBeGreaterThanOrEqual(43);
  });
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, n) => permutations(items.toSpliced(n, 1)).map((rest) => [item, ...rest]));
}
