import type { breathingTexts } from '#messages/breathing.ts';
import { breaths, BREATHS, type BreathId } from '#session/breath-patterns.ts';
import { breathLength, partsOf, type Breathing, type ChosenBreath } from '#session/breath.ts';
import type { OwnPattern } from '#session/own-pattern.ts';

/** What the picker shows: all patterns, one of one's own being made, the taps. */
export type PickerView = 'list' | 'editor' | 'pace';

type Texts = ReturnType<typeof breathingTexts>;

/** The sigh breathes out for 4 to 6 seconds, whichever is pleasant, and is the same sigh. */
export const SIGH_OUT = { least: 4, most: 6, step: 0.5 };

/** Which of the shipped patterns a breath is, if any. */
export function shippedBreath(breath: ChosenBreath): BreathId | undefined {
  return BREATHS.find((id) => shapeOf(id, breath) === shapeOf(id, breaths[id]));
}

function shapeOf(id: BreathId, { pattern: [inhale, full, exhale, empty], topUp = 0 }: Breathing): string {
  const near = id === 'sigh' && exhale >= SIGH_OUT.least && exhale <= SIGH_OUT.most;
  return [inhale, topUp, full, near ? 'out' : exhale, empty].join();
}

export function asChosen({ pattern, topUp, name }: OwnPattern): ChosenBreath {
  return { pattern, topUp, title: name };
}

export function isSame(breath: ChosenBreath, { pattern, topUp, name }: OwnPattern): boolean {
  return breath.title === name && breath.topUp === topUp && breath.pattern.join() === pattern.join();
}

export function breathTitle(texts: Texts, breath: ChosenBreath): string {
  const id = shippedBreath(breath);
  return breath.title ?? (id === undefined ? texts.unnamed : texts.patterns[id]);
}

/** `in 4, hold 7, out 8`: at the pattern's own pace. */
export function breathParts(texts: Texts, breath: Breathing): string {
  return partsOf(breath)
    .map(({ part, length }) => texts.part(part, length))
    .join(', ');
}

/** Breaths a minute at the pattern's own pace. */
export function paceOf(breath: Breathing): number {
  return 60 / breathLength(breath);
}
