import { startOfDay, today, Weekday, weekOf } from '../../shared/schema/calendar';

const moment = new Date('2026-03-01T23:30:00Z');

it.each([
  ['UTC', '2026-03-01'],
  ['Africa/Tunis', '2026-03-02'],
  ['America/New_York', '2026-03-01'],
  ['Pacific/Kiritimati', '2026-03-02'],
])('today in %s is its own', (timeZone, day) => {
  expect(today(timeZone, moment)).toBe(day);
});

it.each([
  '',
  'Nowhere/At_All',
  '+01:00',
  'UTC; drop table',
  'x'.repeat(100),
])('takes %p for no time zone', (timeZone) => {
  expect(() => today(timeZone)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
});

it.each([
  ['2026-03-01', Weekday.MONDAY, '2026-02-23', '2026-03-01'],
  ['2026-03-01', Weekday.SUNDAY, '2026-03-01', '2026-03-07'],
  ['2026-03-01', Weekday.SATURDAY, '2026-02-28', '2026-03-06'],
  ['2024-02-29', Weekday.THURSDAY, '2024-02-29', '2024-03-06'],
])('the week of %s that starts on %s is %s to %s', (day, startsOn, start, end) => {
  expect(weekOf(day, startsOn)).toEqual({ start, end });
});

it.each([
  ['2026-03-29', 'UTC', '2026-03-29T00:00:00.000Z'],
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  ['2026-06-01', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z'],
])('%s begins in %s at %s', (day, timeZone, begin) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(begin);
});
