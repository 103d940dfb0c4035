import fc from 'fast-check';
import sql from 'sql-template-tag';
import { IndicatorMeasure } from '../../subgraphs/campaigns/indicator/indicator.entity';
import { ProgressState, progressOf } from '../../subgraphs/campaigns/indicator/progress';
import { isBehindSql } from '../../subgraphs/campaigns/indicator/progress.sql';
import { asAdministrator, databaseUrl } from '../testkit/database';

const day = '2026-03-15';
const dayAt = (n: number) => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
const number = fc.option(
  fc.integer({ min: -20, max: 120 }).map((n) => `${n / 10}`),
  { nil: null, freq: 6 },
);

const cases = fc.record({
  indicator: fc.record({
    measure: fc.constantFrom(...Object.values(IndicatorMeasure)),
    ascending: fc.boolean(),
  }),
  period: fc
    .record({
      days: fc.option(fc.tuple(fc.integer({ min: -9, max: 4 }), fc.nat(9)), { nil: null, freq: 8 }),
      targetValue: number,
      actualValue: number,
    })
    .map(({ days, ...values }) => ({
      start: days && dayAt(days[0]),
      end: days && dayAt(days[0] + days[1]),
      ...values,
    })),
});

const counted = { measure: IndicatorMeasure.UNIT, ascending: true };
const shrinking = { measure: IndicatorMeasure.UNIT, ascending: false };
const share = { measure: IndicatorMeasure.PERCENTAGE, ascending: true };
const ended = { start: '2026-01-01', end: '2026-03-14' };
/** Ten days, five of which are over. */
const running = { start: '2026-03-10', end: '2026-03-19' };
const ahead = { start: '2026-03-16', end: '2026-03-20' };
const undated = { start: null, end: null };

it.each([
  ['an ended count that is short', counted, ended, '9.9', 'BEHIND'],
  ['an ended count that is met', counted, ended, '10', 'REACHED'],
  ['half of a count when half of the days are over', counted, running, '5', 'ON_TRACK'],
  ['less than half of it', counted, running, '4.9', 'BEHIND'],
  ['all of it before the end', counted, running, '10', 'REACHED'],
  ['nothing before the first day', counted, ahead, '0', 'ON_TRACK'],
  ['a running share, whatever it is', share, running, '0', 'ON_TRACK'],
  ['an ended share that is short', share, ended, '9', 'BEHIND'],
  ['too many while it runs', shrinking, running, '10.1', 'BEHIND'],
  ['few enough while it runs', shrinking, running, '10', 'ON_TRACK'],
  ['few enough at the end', shrinking, ended, '10', 'REACHED'],
  ['too many at the end', shrinking, ended, '11', 'BEHIND'],
  ['short of a target without days', counted, undated, '9', 'UNDATED'],
  ['a target without days that is met', counted, undated, '10', 'REACHED'],
  ['no figure', counted, ended, null, 'NOT_REPORTED'],
  ['a category', { measure: IndicatorMeasure.NOMINAL, ascending: true }, ended, '9', 'NOT_COMPARABLE'],
])('%s is judged', (_what, indicator, days, actualValue, state) => {
  expect(progressOf(indicator, { ...days, targetValue: '10', actualValue }, day)).toBe(state);
});

it('nothing is judged without a target', () => {
  const period = { ...ended, targetValue: null, actualValue: '10' };
  expect(progressOf(counted, period, day)).toBe('NO_TARGET');
});

it('the database finds exactly those that are behind', async () => {
  const drawn = fc.sample(cases, { numRuns: 3_000, seed: 1 });
  const { text, values } = sql`
select p.n from jsonb_to_recordset(${JSON.stringify(
    drawn.map(({ indicator, period }, n) => ({
      ...{ n, measure: indicator.measure, ascending: indicator.ascending, starts_on: period.start },
      ...{ ends_on: period.end, target_value: period.targetValue, actual_value: period.actualValue },
    })),
  )}) as p(n int, measure text, ascending boolean, starts_on date, ends_on date, target_value numeric, actual_value numeric)
join lateral (select p.measure, p.ascending) i on true where ${isBehindSql(day)} order by p.n`;
  const found = await asAdministrator<{ n: number }>(text, values as unknown[], databaseUrl());
  const expected = drawn.flatMap(({ indicator, period }, n) =>
    progressOf(indicator, period, day) === ProgressState.BEHIND ? [n] : [],
  );
  expect(found.map(({ n }) => n)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(200);
});
