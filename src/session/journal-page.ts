import type { Day } from './calendar.ts';
import { monthOf, type Month } from './months.ts';
import type { Seconds } from './units.ts';
import type { QuestionId } from './windows.ts';

/** How it is: words on a soft scale, none of them better than another. */
export const MOODS = ['heavy', 'tender', 'even', 'light', 'open'] as const;
export type Mood = (typeof MOODS)[number];

/** What was spoken instead of written, as its page knows it; the sound lies apart from it. */
export interface SpokenNote {
  readonly id: string;
  readonly seconds: Seconds;
  readonly madeMs: number;
}

/** A page of a person's journal. */
export interface JournalPage {
  readonly id: string;
  /** By the wall clock. */
  readonly beganMs: number;
  readonly changedMs: number;
  /** The day it belongs to, where it was begun: it stays that day on a journey too. */
  readonly day: Day;
  readonly mood: Mood | undefined;
  /** What was asked above it. */
  readonly question: QuestionId | undefined;
  readonly text: string;
  readonly spoken: readonly SpokenNote[];
}

/** Far above what anybody writes on one page, in characters. */
export const LONGEST_TEXT = 50_000;
/** Of the spoken notes of one page. */
export const MOST_SPOKEN = 12;
/** Of one spoken note; another can follow it. */
export const LONGEST_SPOKEN: Seconds = 180;

/** Nothing of the person is on it: it is not kept [J1]. */
export function isEmpty({ mood, text, spoken }: JournalPage): boolean {
  return mood === undefined && text.trim() === '' && spoken.length === 0;
}

/** The latest first; those of one moment in an order that does not change. */
export function latestFirst(one: JournalPage, other: JournalPage): number {
  return other.beganMs - one.beganMs || (one.id < other.id ? -1 : 1);
}

/** The months somebody has pages in, and this one, the earliest first. */
export function monthsOf(pages: readonly JournalPage[], today: Day): readonly Month[] {
  return [...new Set([monthOf(today), ...pages.map(({ day }) => monthOf(day))])].sort();
}

/** The days of a month that have pages, and how many. */
export function daysWithPages(pages: readonly JournalPage[], month: Month): ReadonlyMap<Day, number> {
  const days = new Map<Day, number>();
  for (const { day } of pages) if (monthOf(day) === month) days.set(day, (days.get(day) ?? 0) + 1);
  return days;
}
