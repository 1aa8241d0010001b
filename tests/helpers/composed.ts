import fc from 'fast-check';
import { isVoice, type VoiceCue } from '#session/cues.ts';
import type { Plan } from '#session/plan.ts';
import {
  composedProblem,
  minutesRange,
  stretchesOf,
  type OwnPart,
  type Stretch,
} from '#session/practices/composed.ts';
import { LASTING, type LastingKind } from '#session/practices/own-phases.ts';
import { practices } from '#session/practices/all.ts';
import { ownPlan } from '#session/practices/own-plan.ts';
import { defaultPracticeChoices, type PracticeChoices } from '#session/practices/shape.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { evenSpeaker, type Speaker } from './guide.ts';

/** A practice of one's own, and what came of it. */
export interface OwnPractised {
  readonly parts: readonly OwnPart[];
  readonly stretches: readonly Stretch[];
  readonly choices: PracticeChoices;
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly voices: readonly VoiceCue[];
}

export const BELL: OwnPart = { kind: 'bell' };
export const lasting = (kind: LastingKind, minutes: number): OwnPart => ({ kind, minutes });

export function practiseOwn(
  parts: readonly OwnPart[],
  change: Partial<PracticeChoices> = {},
  { guide, lines }: Speaker = evenSpeaker,
): OwnPractised {
  const choices = { ...defaultPracticeChoices(practices.breath), ...change };
  const plan = ownPlan({ id: 'mine', name: 'My morning', parts }, choices, lines);
  const timeline = buildTimeline(plan, [], guide);
  const voices = timeline.cues.filter(isVoice);
  return { parts, stretches: stretchesOf(parts), choices, plan, timeline, voices };
}

const anyLasting = fc
  .record({ kind: fc.constantFrom(...LASTING), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ kind, share }): OwnPart => {
    const { least, most } = minutesRange(kind);
    return { kind, minutes: least + Math.round(share * (Math.min(most, 20) - least)) };
  });

/** Any parts that could be practised. */
export const anyParts = fc
  .array(fc.oneof({ weight: 3, arbitrary: anyLasting }, { weight: 2, arbitrary: fc.constant(BELL) }), {
    minLength: 1,
    maxLength: 9,
  })
  .filter((parts) => composedProblem(parts) === undefined);
