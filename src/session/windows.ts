import { daysFrom, type Day } from './calendar.ts';

/** The windows after a session in which there is most to look back on. */
export type AfterWindow = 'first-days' | 'strongest' | 'two-weeks';

const HOUR_MS = 3_600_000;
/** Each begins where the one before it ends; hours since the session was over. */
const ENDS: readonly (readonly [window: AfterWindow, hours: number])[] = [
  ['first-days', 48],
  ['strongest', 72],
  ['two-weeks', 14 * 24],
];

/** The window that a moment is in [J4]; undefined before the session is over, and once all are. */
export function windowAfter(endedMs: number, atMs: number): AfterWindow | undefined {
  if (atMs < endedMs) return undefined;
  return ENDS.find(([, hours]) => atMs < endedMs + hours * HOUR_MS)?.[0];
}

/** A session or practice that is over, as far as a page asks after it. */
export interface PastSession {
  readonly id: string;
  readonly beganMs: number;
  readonly endedMs: number;
  readonly day: Day;
  /** Windows open after medicine only. */
  readonly medicine: boolean;
}

interface Moment {
  readonly atMs: number;
  readonly day: Day;
}

/** What a moment belongs to [J5]: the last session one of whose windows it is in, else the last one of the same day. */
export function sessionOf<Past extends PastSession>(
  sessions: readonly Past[],
  { atMs, day }: Moment,
): Past | undefined {
  const inOrder = sessions.toSorted((one, other) => one.beganMs - other.beganMs);
  return (
    inOrder.findLast(({ medicine, endedMs }) => medicine && windowAfter(endedMs, atMs) !== undefined) ??
    inOrder.findLast((session) => session.day === day)
  );
}

/** What may be asked in each window, and on all other days; their words are in the catalogue of texts. */
export const QUESTIONS = {
  'first-days': ['stays', 'back', 'still-felt', 'to-keep', 'no-words', 'easy'],
  strongest: ['clear', 'returns', 'different', 'more-less', 'small', 'tell'],
  'two-weeks': ['in-days', 'kept', 'tried', 'others', 'next-time', 'not-forget'],
  always: ['now', 'noticed', 'good', 'quiet', 'carry', 'body'],
} as const satisfies Record<AfterWindow | 'always', readonly string[]>;
type Asked = typeof QUESTIONS;
export type QuestionId = Asked[keyof Asked][number];

/** From which days are counted; another one would only begin with another question. */
const FIRST_DAY: Day = '1970-01-01';

/** One question a day, each of a window once before one comes again; `turn`: so many others were asked for [J6]. */
export function questionFor(window: AfterWindow | undefined, day: Day, turn: number): QuestionId {
  const asked: readonly QuestionId[] = QUESTIONS[window ?? 'always'];
  const nth = (daysFrom(FIRST_DAY, day) + turn) % asked.length;
  return asked[nth] ?? 'now';
}
