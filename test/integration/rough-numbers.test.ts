import { mayBeBelow, restMayBeBelow, roughly } from '../../subgraphs/campaigns/signature/rough-numbers';
import { asAdministrator, databaseUrl } from '../testkit/database';

interface Row {
  readonly people: number;
  readonly rough: number;
  readonly hidden: boolean;
}

const numbersFor = (secret: string, smallest = 11) =>
  asAdministrator<Row>(
    `select people, rough, ${mayBeBelow('$2::int', 'rough')} as hidden
     from (select people, ${roughly('people', '$1::text')} as rough from generate_series(0, 500) as people) t`,
    [secret, smallest],
    databaseUrl(),
  );

it('is a ten, less than ten off', async () => {
  for (const { people, rough } of await numbersFor('a')) {
    expect(rough % 10).toBe(0);
    expect(Math.abs(rough - people)).toBeLessThan(10);
  }
});

it.each([11, 50])('tells nothing below %i, and everything that is far above', async (smallest) => {
  for (const { people, hidden } of await numbersFor('a', smallest)) {
    if (people < smallest) expect(hidden).toBe(true);
    if (people >= smallest + 20) expect(hidden).toBe(false);
  }
});

it('takes a rest for small whenever it is', async () => {
  const told = await asAdministrator(
    `select part, rest from generate_series(0, 199) as part, generate_series(0, 10) as rest
     where not ${restMayBeBelow('11', roughly('(part + rest)', `'whole'`), roughly('part', `'part'`))}`,
    [],
    databaseUrl(),
  );
  expect(told).toEqual([]);
});

it('rises and falls from one number to the next, and says the same however often one asks', async () => {
  const [once, again, other] = [await numbersFor('a'), await numbersFor('a'), await numbersFor('b')];
  expect(again).toEqual(once);
  expect(other).not.toEqual(once);
  const fallsAt = once.filter(({ rough }, n) => n > 0 && rough < once[n - 1]!.rough);
  expect(fallsAt.length).toBeGreaterThan(20);
});
