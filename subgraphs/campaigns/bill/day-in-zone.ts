import { HubError } from '../../../shared/errors';

export const timeZoneArgument = {
  description: 'IANA name of the time zone that says which day is today, such as `America/New_York`.',
};

/**
 * The day that it is now in a time zone.
 * @throws HubError INVALID_ARGUMENT for a zone that is none
 */
export function dayInZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
  } catch {
    throw new HubError('INVALID_ARGUMENT', '"timeZone" is the IANA name of a time zone');
  }
}
