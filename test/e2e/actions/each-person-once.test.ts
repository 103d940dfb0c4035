import * as fc from 'fast-check';
import type { Asker } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { petitionsOf } from '../../testkit/petition';
import { decide } from '../../testkit/tool-keys';

const names = ['mima', 'bicf', 'iom'] as const;
type Name = (typeof names)[number];

/** What somebody does: `of` counts the signatures made so far, the first again after the last. */
type Deed =
  | {
      readonly kind: 'sign';
      readonly person: number;
      readonly via: Name;
      readonly contactBy: readonly Name[];
    }
  | { readonly kind: 'confirm' | 'withdraw'; readonly of: number };

const deeds = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('sign' as const),
        person: fc.nat({ max: 4 }),
        via: fc.constantFrom(...names),
        contactBy: fc.subarray([...names]),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('confirm' as const, 'withdraw' as const),
        of: fc.nat({ max: 20 }),
      }),
    },
  ),
  { minLength: 1, maxLength: 14 },
);

/** How people write one address. */
const spellings = [
  (email: string) => email,
  (email: string) => email.toUpperCase(),
  (email: string) => ` ${email} `,
];

interface Made {
  readonly person: number;
  readonly via: Name;
  readonly contactBy: readonly Name[];
  readonly link: string;
  confirmed: boolean;
}
describe('each person counts once', () => {
  const { hub, database, administrator } = hubOfItsOwn('local');
  const { change, open, close, join, sign, signaturesFor, countsFor } = petitionsOf(hub);
  /** Brought by IOM, so many that the total of all is told. */
  const others = Array.from({ length: 40 }, (_, n) => `other${n}@example.org`);
  let petition: string;
  const ids = new Map<Name, string>();
  beforeAll(async () => {
    petition = await open();
    for (const name of ['bicf', 'iom'] as const) ids.set(name, await join(petition, name));
    const { data } = await hub.ask(`{ actionCall(id: "${petition}") { organization { id } } }`);
    ids.set('mima', data.actionCall.organization.id);
    for (const slug of names) await decide(database.url, { slug, inAggregates: true });
    for (const email of others) await sign(petition, email, { via: ids.get('iom') });
    await database.mark();
  });

  async function act(made: readonly Made[], deed: Deed, at: number): Promise<Made[]> {
    if (deed.kind === 'sign') {
      const { person, via, contactBy } = deed;
      const email = spellings[at % spellings.length]!(`person${person}@example.org`);
      const link = await sign(petition, email, {
        via: ids.get(via),
        contactBy: contactBy.map((name) => ids.get(name)),
      });
      return [...made, { person, via, contactBy, link, confirmed: false }];
    }
    const found = made[deed.of % Math.max(1, made.length)];
    if (!found) return [...made];
    await change(
      'public',
      deed.kind === 'confirm' ? 'signatureConfirm' : 'signatureWithdraw',
      { link: found.link },
      'signing { name }',
    );
    if (deed.kind === 'withdraw') return made.filter((one) => one !== found);
    found.confirmed = true;
    return [...made];
  }

  const personsOf = (made: readonly Made[]) => [...new Set(made.map(({ person }) => person))];

  it('however often they sign, through whom, and what they take back', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (done) => {
        let made: Made[] = [];
        for (const [at, deed] of done.entries()) made = await act(made, deed, at);
        for (const name of names) {
          const brought = made.filter(({ via }) => via === name);
          const extra = name === 'iom' ? others.length : 0;
          expect(await countsFor(petition, `${name}:VIEWER` as Asker)).toMatchObject({
            own: personsOf(brought).length + extra,
            ownConfirmed: personsOf(brought.filter(({ confirmed }) => confirmed)).length,
          });
          const known = await signaturesFor(petition, `${name}:CAMPAIGNER` as Asker);
          expect(known.map(({ email }: { email: string }) => email)).toEqual(
            personsOf(made.filter(({ contactBy }) => contactBy.includes(name))).map(
              (person) => `person${person}@example.org`,
            ),
          );
        }
        await administrator(`update campaigns.signing set sharing_level = 'AGGREGATE_ONLY'`);
        await close(petition);
        const persons = personsOf(made).length + others.length;
        expect(
          await administrator(
            'select count(distinct person_key)::int as persons from campaigns.signing where withdrawn_at is null',
          ),
        ).toEqual([{ persons }]);
        // Less than ten off, with those who withdrew today, and without few who did not come through the largest.
        const { total } = await countsFor(petition, 'bicf:VIEWER');
        expect(total % 10).toBe(0);
        expect(total).toBeGreaterThan(persons - 20);
        expect(total).toBeLessThan(persons + 10 + (done.length - made.length));
        await database.rewind();
      }),
      { numRuns: 20 },
    );
  });
});
