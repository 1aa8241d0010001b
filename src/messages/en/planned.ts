import type { RhythmKind, SessionWindow } from '#session/practice-plan.ts';
import { pluralsOf } from '../plurals.ts';
import { minutes } from './counted.ts';

const plural = pluralsOf('en');

const kinds: Record<RhythmKind, string> = {
  daily: 'Every day until',
  before: 'Before the session',
  after: 'After the session',
};

const windows: Record<SessionWindow, string> = {
  before: 'Before your session',
  'first-days': 'The first two days after your session',
  strongest: 'Three days after your session',
  'two-weeks': 'The two weeks after your session',
};

/** Days after a session, as they are spoken of. */
const spans: Readonly<Record<number, string>> = { 2: '48 hours', 3: '72 hours', 14: 'two weeks' };
const span = (days: number) => spans[days] ?? plural(days, { one: '# day', other: '# days' });

/** What a person would like to practise. */
export const planned = {
  title: 'What you would like to do',
  about: 'A day that passes without it is simply a day.',
  empty: 'Nothing is planned. Plan one small practice: five minutes at a time that suits you.',
  add: 'Plan a practice',
  full: 'As much as fits is planned. Take something away to plan another.',
  session: 'Day of your session',
  sessionAbout: 'Practices before and after it move with this day.',
  withoutSession: (when: string) => `${when}. The day of your session is not set yet.`,
  name: (practice: string, length: number) => `${practice}, ${minutes(length)}`,
  rhythm: {
    daily: (until: string) => `Every day until ${until}`,
    one: (day: string) => `On ${day}`,
    before: (days: number) =>
      plural(days, { one: 'On the day before your session', other: 'On # days before your session' }),
    after: (days: number) => `For ${span(days)} after your session`,
  },
  at: (when: string, clock: string) => `${when}, at ${clock}`,
  begin: (name: string) => `Begin ${name}`,
  beginShort: 'Begin',
  change: (name: string) => `Change ${name}`,
  changeShort: 'Change',
  remove: (name: string) => `Take ${name} out of the plan`,
  removeShort: 'Take out',
  last: {
    added: 'It is in your plan.',
    changed: 'It is changed.',
    removed: 'It is out of your plan.',
    moved: 'The day of your session is changed.',
  },
  undo: 'Undo',
  notKept: 'This change could not be kept on this device; it holds until the app is closed.',
  inCalendar: (names: readonly string[]) => `planned: ${names.join('; ')}`,

  sheet: {
    new: 'Plan a practice',
    change: 'Change what is planned',
    practice: 'Practice',
    length: 'How long',
    when: 'When',
    kinds,
    until: 'Until',
    over: 'This day is over. Choose one that is still to come.',
    far: 'That is more than a year. Choose a day that is nearer.',
    before: 'Days before it',
    after: 'For so long',
    span,
    session: 'Day of the session',
    sessionNeeded: 'Choose the day of the session.',
    time: 'At',
    note: 'A line for yourself, if you like',
    noteAbout: 'It stands with the reminder in your calendar.',
    keep: { new: 'Put it in my plan', change: 'Keep it like this' },
  },

  windows,
  suggestions: 'Something small, if you like.',
  journal: 'A few lines for yourself',
  write: 'Write',
  planIt: 'Plan it',
  planItOf: (name: string) => `Plan ${name}`,

  reminders: {
    title: 'Reminders',
    file: 'Save reminders for your calendar',
    fileAbout:
      'A calendar file with an alarm for each time. After a change, save it again: calendars know what they have already. What you take out here, take out there yourself.',
    none: 'Plan a practice that has days to come; then its reminders can be saved for your calendar.',
    here: 'Remind me here, too',
    hereAbout:
      'A web page can remind only while it is open, and this one never does while something plays. For all other times the calendar file is the way.',
    refused:
      'This browser was told not to show reminders from here. The calendar file works all the same; the browser’s settings for this page can change it.',
    impossible: 'This browser shows no reminders from web pages. The calendar file is the way.',
    due: 'As you planned it, if it suits you now.',
    calendarName: 'undertone-practice.ics',
  },
};
