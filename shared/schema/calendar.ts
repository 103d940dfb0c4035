import { registerEnumType } from 'type-graphql';
import { HubError } from '../errors';
import type { Days } from './period';

export enum Weekday {
  MONDAY = 'MONDAY',
  TUESDAY = 'TUESDAY',
  WEDNESDAY = 'WEDNESDAY',
  THURSDAY = 'THURSDAY',
  FRIDAY = 'FRIDAY',
  SATURDAY = 'SATURDAY',
  SUNDAY = 'SUNDAY',
}
registerEnumType(Weekday, { name: 'Weekday', description: 'A day of the week.' });

const weekdays = Object.values(Weekday);
const dayLength = 86_400_000;

/** Description of every argument that takes one. */
export const timeZoneDescription = 'Whose today counts: an IANA time zone such as `Africa/Casablanca`.';

/** @throws HubError INVALID_ARGUMENT for what is no name of a time zone */
export function today(timeZone: string, now = new Date()): string {
  const { year, month, day } = clockIn(timeZone, now);
  return `${year}-${month}-${day}`;
}

/** First and last day of the week that holds a day. */
export function weekOf(day: string, startsOn: Weekday): Days {
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const since = (sinceMonday - weekdays.indexOf(startsOn) + 7) % 7;
  return { start: plusDays(day, -since), end: plusDays(day, 6 - since) };
}

/** The moment at which a day begins there, also where the clocks change in that night. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetAt(timeZone, midnight);
  return new Date(midnight - offsetAt(timeZone, guess));
}

function offsetAt(timeZone: string, moment: number): number {
  const { year, month, day, hour, minute, second } = clockIn(timeZone, new Date(moment));
  return (
    Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(moment / 1000) * 1000
  );
}

function clockIn(timeZone: string, moment: Date): Record<string, string> {
  const parts = formatOf(timeZone).formatToParts(moment);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  // Some engines also take offsets; a week has none of its own.
  if (!/^[A-Za-z][\w/+-]{0,63}$/.test(timeZone)) return noTimeZone();
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      ...{
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      },
    });
  } catch {
    return noTimeZone();
  }
}

function noTimeZone(): never {
  throw new HubError('INVALID_ARGUMENT', '"timeZone" must be the IANA name of a time zone');
}

const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
