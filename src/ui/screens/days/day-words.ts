import type { Day } from '#session/calendar.ts';

/** `16 November`: a day of the calendar has no time zone, so it is named in the one without any. */
export function dayAndMonth(day: Day, language: string): string {
  return named(day, language, { day: 'numeric', month: 'long' });
}

/** What stands in a square of the calendar: `16`, on the first of a month `1 Dec`. */
export function dayNumber(day: Day, language: string): string {
  return day.endsWith('-01')
    ? named(day, language, { day: 'numeric', month: 'short' })
    : String(Number(day.slice(8)));
}

function named(day: Day, language: string, parts: Intl.DateTimeFormatOptions): string {
  // The day before the month, as this app writes dates.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
}
