import type { Translations } from '../../../shared/language/localized-text';

const openStart = { ar: 'حتى', en: 'until' };
const openEnd = { ar: 'من', en: 'from' };

/** The period in words, for a campaign whose people give days and no words of their own. */
export function periodLabel(start: string | null, end: string | null): Translations | null {
  if (start === null && end === null) return null;
  return { ar: inWords('ar', start, end), en: inWords('en', start, end) };
}

function inWords(language: 'ar' | 'en', start: string | null, end: string | null): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  if (start !== null && end !== null) return format.formatRange(new Date(start), new Date(end));
  return start === null
    ? `${openStart[language]} ${format.format(new Date(end!))}`
    : `${openEnd[language]} ${format.format(new Date(start))}`;
}
