import type { journalTexts } from '#messages/journal.ts';
import type { Day } from '#session/calendar.ts';
import type { Month } from '#session/months.ts';
import type { JournalWords } from '#session/journal-forms.ts';
import type { JournalPage, SpokenNote } from '#session/journal-page.ts';
import { clock } from '#ui/figures.ts';

type Texts = ReturnType<typeof journalTexts>;

/** The names of days and months, made once: making a formatter takes longer than using it two thousand times. */
export function calendarNames(language: string) {
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });
  const longWeekday = new Intl.DateTimeFormat(language, { weekday: 'long' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short' });
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const noon = (day: Day) => new Date(`${day}T12:00`);
  return {
    /** `25 November 2026`. */
    day: (day: Day) => long.format(noon(day)),
    /** `25 November`. */
    shortDay: (day: Day) => short.format(noon(day)),
    /** `Wednesday`. */
    weekday: (day: Day) => longWeekday.format(noon(day)),
    /** `16:25`. */
    time: (ms: number) => time.format(ms),
    /** `November 2026`. */
    month: (of: Month) => month.format(noon(`${of}-01`)),
    /** `Mon`, from the first weekday on; 0 is Monday. */
    weekdays: (first: number) =>
      Array.from({ length: 7 }, (_, nth) => weekday.format(noon(`2024-01-0${((first + nth) % 7) + 1}`))),
  };
}
export type CalendarNames = ReturnType<typeof calendarNames>;

/** The day a week begins with where somebody lives; 0 is Monday. Firefox does not tell. */
export function firstWeekday(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
  };
  return ((locale.getWeekInfo?.().firstDay ?? 1) - 1) % 7;
}

export function lengthOf({ seconds }: SpokenNote): string {
  return clock(Math.max(1, Math.round(seconds)));
}

/** Everything a page says, for finding it. */
export function textOf(page: JournalPage, say: Texts, names: CalendarNames): string {
  const { mood, question, text, spoken, day } = page;
  return [
    names.day(day),
    mood === undefined ? '' : say.moods[mood],
    question === undefined ? '' : say.questions[question],
    spoken.length === 0 ? '' : say.spokenOnly,
    text,
  ].join('\n');
}

/** What the forms of a journal are written with. */
export function formWords(say: Texts, names: CalendarNames): JournalWords {
  return {
    title: say.title,
    day: ({ day }) => names.day(day),
    time: ({ beganMs }) => names.time(beganMs),
    mood: (mood) => say.moods[mood],
    question: (question) => say.questions[question],
    spoken: (note) => say.spoken(lengthOf(note)),
  };
}
