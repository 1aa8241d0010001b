import { dayAfter, daysFrom, daysThrough, type Day } from './calendar.ts';
import type { CalendarEvent } from './calendar-file.ts';
import type { PracticeId } from './practices/shape.ts';
import type { AfterWindow } from './windows.ts';

/** On which days something planned falls; what is about the session moves with the session's day. */
export type Rhythm =
  | { readonly kind: 'daily'; readonly from: Day; readonly until: Day }
  /** On so many days up to the one before the session. */
  | { readonly kind: 'before'; readonly days: number }
  /** On so many days from the one after the session: 48 hours, 72 hours, two weeks. */
  | { readonly kind: 'after'; readonly days: number };
export type RhythmKind = Rhythm['kind'];

/** So many days after the session a person may plan for, the shortest first. */
export const AFTER_DAYS = [2, 3, 14] as const;
export const MOST_BEFORE = 28;
/** The longest rhythm, in days, and how much may be planned at all. */
export const LONGEST_RHYTHM = 366;
export const MOST_PLANNED = 24;
export const LONGEST_NOTE = 200;

export interface PlannedPractice {
  /** Stays the same however often it is changed. */
  readonly id: string;
  readonly practice: PracticeId;
  readonly minutes: number;
  /** Minutes since midnight, by the clock on the wall wherever the person is. */
  readonly time: number;
  readonly rhythm: Rhythm;
  /** A line of the person's own. */
  readonly note: string;
  /** How often it was changed: calendars take the later of two. */
  readonly revision: number;
}

/** What a person would like to practise, and the day of the session it is about. */
export interface PracticePlan {
  readonly v: 1;
  readonly session?: Day | undefined;
  readonly practices: readonly PlannedPractice[];
}

export const NOTHING_PLANNED: PracticePlan = { v: 1, practices: [] };

/** The days of a rhythm, in order [PP1]; none where it is about a session without a day. */
export function daysOf(rhythm: Rhythm, session: Day | undefined): Day[] {
  if (rhythm.kind === 'daily') return daysThrough(rhythm.from, rhythm.until).slice(0, LONGEST_RHYTHM);
  if (session === undefined) return [];
  return rhythm.kind === 'before'
    ? daysThrough(dayAfter(session, -rhythm.days), dayAfter(session, -1))
    : daysThrough(dayAfter(session, 1), dayAfter(session, rhythm.days));
}

/** What is planned for each day from one on, by the time of day; only days on which something is are in it. */
export function plannedByDay(
  { practices, session }: PracticePlan,
  since: Day = '',
): ReadonlyMap<Day, readonly PlannedPractice[]> {
  const byDay = new Map<Day, PlannedPractice[]>();
  for (const planned of practices.toSorted((one, other) => one.time - other.time))
    for (const day of daysOf(planned.rhythm, session).filter((each) => each >= since))
      byDay.set(day, [...(byDay.get(day) ?? []), planned]);
  return byDay;
}

/** A plan with something new in it, or with something changed [PP3]; one too many changes nothing. */
export function withPlanned(plan: PracticePlan, planned: PlannedPractice): PracticePlan {
  const nth = plan.practices.findIndex(({ id }) => id === planned.id);
  const before = plan.practices[nth];
  if (before !== undefined) {
    const changed = { ...planned, revision: before.revision + 1 };
    return { ...plan, practices: plan.practices.with(nth, changed) };
  }
  if (plan.practices.length >= MOST_PLANNED) return plan;
  return { ...plan, practices: [...plan.practices, planned] };
}

/** The session's day moves what is about it, and that is a change of each such practice. */
export function withSession(plan: PracticePlan, session: Day | undefined): PracticePlan {
  if (session === plan.session) return plan;
  const practices = plan.practices.map((planned) =>
    planned.rhythm.kind === 'daily' ? planned : { ...planned, revision: planned.revision + 1 },
  );
  return { ...plan, session, practices };
}

/** A plan as it was before; what that changes back is a change too, for a calendar may have the other one already. */
export function restored(before: PracticePlan, now: PracticePlan): PracticePlan {
  const practices = before.practices.map((planned) => {
    const other = now.practices.find(({ id }) => id === planned.id);
    return other === undefined || other.revision === planned.revision
      ? planned
      : { ...planned, revision: other.revision + 1 };
  });
  return { ...before, practices };
}

/** What a calendar is to know of the plan [PP4]: an event for each practice that falls on any day. */
export function eventsOf(
  plan: PracticePlan,
  titleOf: (planned: PlannedPractice) => string,
): readonly CalendarEvent[] {
  return plan.practices.flatMap((planned) => {
    const days = daysOf(planned.rhythm, plan.session);
    const [first] = days;
    if (first === undefined) return [];
    const { id, revision, time, minutes, note } = planned;
    return [{ id, revision, first, days: days.length, time, minutes, title: titleOf(planned), about: note }];
  });
}

/** Where a day lies around a session. */
export type SessionWindow = 'before' | AfterWindow;

/** The window of a day: two weeks before; then up to 48 hours after, 72 hours, two weeks [PP5]. */
export function windowOf(session: Day, day: Day): SessionWindow | undefined {
  const since = daysFrom(session, day);
  if (since < -14 || since > 14) return undefined;
  if (since < 0) return 'before';
  return since <= 2 ? 'first-days' : since <= 3 ? 'strongest' : 'two-weeks';
}

/** Something small that may be done in a window, and the rhythm it would be planned with. */
export interface Suggestion {
  readonly practice: PracticeId;
  readonly minutes: number;
  readonly time: number;
}

const MORNING = 8 * 60;
const EVENING = 20 * 60;
export const SUGGESTIONS: Readonly<Record<SessionWindow, readonly Suggestion[]>> = {
  before: [
    { practice: 'breath', minutes: 5, time: MORNING },
    { practice: 'body-scan', minutes: 10, time: EVENING },
  ],
  'first-days': [
    { practice: 'grounding', minutes: 5, time: MORNING },
    { practice: 'body-scan', minutes: 10, time: EVENING },
  ],
  strongest: [
    { practice: 'breath-awareness', minutes: 10, time: MORNING },
    { practice: 'loving-kindness', minutes: 10, time: EVENING },
  ],
  'two-weeks': [
    { practice: 'breath', minutes: 5, time: MORNING },
    { practice: 'sounds', minutes: 10, time: EVENING },
  ],
};

/** How what is suggested in a window would be planned. */
export function rhythmOf(window: SessionWindow): Rhythm {
  if (window === 'before') return { kind: 'before', days: 7 };
  return { kind: 'after', days: window === 'first-days' ? 2 : window === 'strongest' ? 3 : 14 };
}
