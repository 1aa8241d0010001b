import type { daysTexts } from '#messages/days.ts';
import type { practiceTexts } from '#messages/practising.ts';
import type { PlannedPractice, Rhythm } from '#session/practice-plan.ts';
import { dayAndMonth } from './day-words.ts';

type Texts = ReturnType<typeof daysTexts>['planned'];

/** `20:05`, of minutes since midnight. */
export function timeOfDay(time: number): string {
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

/** Minutes since midnight of `20:05`; undefined where it is none. */
export function timeRead(text: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** `Body scan, 10 minutes`. */
export function plannedName(
  { name }: Texts,
  { practices }: ReturnType<typeof practiceTexts>,
  { practice, minutes }: Pick<PlannedPractice, 'practice' | 'minutes'>,
): string {
  return name(practices[practice].name, minutes);
}

export function rhythmText({ rhythm: say }: Texts, rhythm: Rhythm, language: string): string {
  if (rhythm.kind !== 'daily') return say[rhythm.kind](rhythm.days);
  const until = dayAndMonth(rhythm.until, language);
  return rhythm.from === rhythm.until ? say.one(until) : say.daily(until);
}
