import { minutes } from './counted.ts';
import { planned } from './planned.ts';

const rateFigures = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const breathsAMinute = (rate: number) => `${rateFigures.format(rate)} breaths a minute`;

/** Minutes of a day or more; what was begun is never nothing. */
const practised = (seconds: number) => (seconds < 60 ? 'under a minute' : minutes(Math.round(seconds / 60)));

const calendar = {
  title: 'What you practised',
  empty: 'When a practice ends, its day takes on colour here. Three minutes are enough to begin.',
  toPractice: 'Choose a practice',
  lately: (week: number, month: number) =>
    week > 0 && month > week
      ? `${practised(week)} this week, ${practised(month)} this month`
      : week > 0
        ? `${practised(week)} this week`
        : `${practised(month)} this month`,
  table: 'The days of these weeks, with what was practised and what is planned',
  week: 'Week from',
  weekdays: [
    { name: 'Monday', short: 'M' },
    { name: 'Tuesday', short: 'T' },
    { name: 'Wednesday', short: 'W' },
    { name: 'Thursday', short: 'T' },
    { name: 'Friday', short: 'F' },
    { name: 'Saturday', short: 'S' },
    { name: 'Sunday', short: 'S' },
  ],
  day: (name: string, seconds: number | undefined, isToday: boolean) =>
    [isToday ? `Today, ${name}` : name, ...(seconds === undefined ? [] : [practised(seconds)])].join(', '),
  legend: 'Minutes of a day',
  shades: ['up to 5', '15', '30', 'more'],
  planned: 'planned',
};

const breath = {
  title: 'Breath you chose',
  empty: 'When a practice leads your breath, the pace you chose is drawn here.',
  one: (rate: number, day: string) => `${breathsAMinute(rate)}, on ${day}`,
  some: (rate: number, day: string) => `Last ${breathsAMinute(rate)}, on ${day}`,
  picture: (first: number, from: string, last: number, to: string) =>
    `The pace of the breath you chose as a line, from ${breathsAMinute(first)} on ${from} to ${rateFigures.format(last)} on ${to}`,
  table: 'The pace of the breath you chose, practice by practice',
  day: 'Day',
  rate: 'Breaths a minute',
  figure: (rate: number) => rateFigures.format(rate),
};

export const days = {
  title: 'Days',
  about: 'What you have practised, and what you would like to do. All of it stays on this device.',
  calendar,
  breath,
  planned,
};
