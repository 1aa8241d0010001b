/**
 * A day of the calendar as people speak of it, `2026-11-22`: it has no time zone, and no hours that a clock change takes.
 * Days compare as texts.
 */
export type Day = string;

/** `month` and `date` from 1. Years from 0 to 9999. */
export function dayFrom(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** A text as a day; undefined where there is no such day. */
export function dayRead(text: string): Day | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayNumbered(dayNumber(text)) === text ? text : undefined;
}

/** The day `by` days after another; before it, when negative. */
export function dayAfter(day: Day, by: number): Day {
  return dayNumbered(dayNumber(day) + by);
}

/** How many days from one to the other; negative where the other was before. */
export function daysFrom(day: Day, other: Day): number {
  return dayNumber(other) - dayNumber(day);
}

/** The days from one to another, both included. */
export function daysThrough(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysFrom(from, to) + 1) }, (_, nth) => dayAfter(from, nth));
}

/** 0 is Monday, 6 Sunday. */
export function weekday(day: Day): number {
  const sinceMonday = dayNumber(day) + 3; // 1970-01-01 was a Thursday
  return ((sinceMonday % 7) + 7) % 7;
}

export function firstOfWeek(day: Day): Day {
  return dayAfter(day, -weekday(day));
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

// Days are counted in years that begin in March, so that the leap day is the last of its year, and in cycles of 400
// years, which all have the same number of days.
const CYCLE = 146_097;
/** From the first of March of the year 0 to 1970-01-01. */
const TO_1970 = 719_468;

/** Days since 1970-01-01. */
function dayNumber(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const y = month > 2 ? year : year - 1;
  const cycle = Math.floor(y / 400);
  const ofCycle = y - cycle * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const inCycle = ofCycle * 365 + Math.floor(ofCycle / 4) - Math.floor(ofCycle / 100) + ofYear;
  return cycle * CYCLE + inCycle - TO_1970;
}

function dayNumbered(number: number): Day {
  const since = number + TO_1970;
  const cycle = Math.floor(since / CYCLE);
  const inCycle = since - cycle * CYCLE;
  const leaps = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const ofCycle = Math.floor((inCycle - leaps) / 365);
  const ofYear = inCycle - (365 * ofCycle + Math.floor(ofCycle / 4) - Math.floor(ofCycle / 100));
  const inMarches = Math.floor((5 * ofYear + 2) / 153);
  const month = inMarches < 10 ? inMarches + 3 : inMarches - 9;
  const date = ofYear - Math.floor((153 * inMarches + 2) / 5) + 1;
  return dayFrom(cycle * 400 + ofCycle + (month > 2 ? 0 : 1), month, date);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
