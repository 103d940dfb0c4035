import type { Translations } from '../../../shared/language/localized-text';
import type { Event } from './event.entity';

export type DateParts = Pick<Event, 'startDate' | 'endDate' | 'year' | 'monthDay' | 'datePrecision'>;

/** A date as people read it, made from what is known of it and saying what is not. */
export function dateLabel({ startDate, endDate, year, monthDay, datePrecision }: DateParts): Translations {
  if (year === null && startDate === null) {
    return monthDay === null
      ? { ar: 'التاريخ غير مذكور', en: 'no date stated' }
      : withBoth(dayAndMonth(monthDay), { ar: '، والسنة غير مذكورة', en: ', year not stated' });
  }
  const wholeYear = String(year ?? startDate?.slice(0, 4));
  switch (datePrecision) {
    case 'DAY':
      return startDate === null ? { ar: wholeYear, en: wholeYear } : days(startDate, endDate ?? startDate);
    case 'END_OF_YEAR':
      return { ar: `نهاية ${wholeYear}`, en: `end of ${wholeYear}` };
    case 'SEASON':
      return { ar: `فصل من عام ${wholeYear}`, en: `a season of ${wholeYear}` };
    default:
      return { ar: wholeYear, en: wholeYear };
  }
}

/** Both names that Arabic readers know: the Levant's and the one used from Egypt to the Gulf. */
const months: readonly Both[] = [
  { ar: 'كانون الثاني/يناير', en: 'January' },
  { ar: 'شباط/فبراير', en: 'February' },
  { ar: 'آذار/مارس', en: 'March' },
  { ar: 'نيسان/أبريل', en: 'April' },
  { ar: 'أيار/مايو', en: 'May' },
  { ar: 'حزيران/يونيو', en: 'June' },
  { ar: 'تموز/يوليو', en: 'July' },
  { ar: 'آب/أغسطس', en: 'August' },
  { ar: 'أيلول/سبتمبر', en: 'September' },
  { ar: 'تشرين الأول/أكتوبر', en: 'October' },
  { ar: 'تشرين الثاني/نوفمبر', en: 'November' },
  { ar: 'كانون الأول/ديسمبر', en: 'December' },
];

type Both = { readonly ar: string; readonly en: string };

function days(start: string, end: string): Both {
  if (start === end) return day(start);
  const first = day(start);
  const last = day(end);
  return { ar: `من ${first.ar} إلى ${last.ar}`, en: `${first.en} to ${last.en}` };
}

function day(date: string): Both {
  const year = ` ${date.slice(0, 4)}`;
  return withBoth(dayAndMonth(date.slice(5)), { ar: year, en: year });
}

function dayAndMonth(monthDay: string): Both {
  const [month, dayOfMonth] = monthDay.split('-').map(Number);
  const name = months[month! - 1]!;
  return { ar: `${dayOfMonth} ${name.ar}`, en: `${dayOfMonth} ${name.en}` };
}

const withBoth = (first: Both, second: Both): Both => ({
  ar: first.ar + second.ar,
  en: first.en + second.en,
});
