import type { Decibels } from '../units.ts';
import { paced, type PhaseInput } from './shape.ts';

/** What may be said in the quiet middle where somebody sits beside. */
const ANCHORS = {
  peak: ['anchor.company', 'anchor.sound', 'anchor.here', 'anchor.nothing-to-do'],
  plateau: ['anchor.beside', 'anchor.support', 'anchor.time', 'anchor.rest'],
};

/** The quiet middle: nobody speaks unasked, but for one short anchor line every five minutes at "full". */
export function quiet(
  phase: 'peak' | 'plateau',
  minutes: number,
  bed: { readonly start: Decibels; readonly end: Decibels },
  lines: readonly string[] = ANCHORS[phase],
): PhaseInput {
  return {
    phase,
    minutes,
    loop: {
      lines: [...lines],
      from: phase === 'peak' ? 240 : 180,
      every: 310,
      talk: 'full',
    },
    bed,
    beats: { start: 6, end: 6 },
  };
}

/** Feet, hands, face, room, in short lines of the present; a landing line before the end. */
export function reentry(minutes: number): PhaseInput {
  const length = minutes * 60;
  const lines = [
    'reentry.begin',
    ['reentry.where', 'full'],
    'reentry.medicine',
    'reentry.company',
    ['reentry.breath', 'full'],
    'reentry.feet',
    ['reentry.toes', 'full'],
    ['reentry.legs', 'full'],
    'reentry.seat',
    ['reentry.back', 'full'],
    'reentry.hands',
    ['reentry.arms', 'full'],
    'reentry.face',
    ['reentry.sounds', 'full'],
    'reentry.room',
    ['reentry.name', 'full'],
    'reentry.day',
    ['reentry.head', 'full'],
    'reentry.eyes',
    ['reentry.silent', 'full'],
  ] as const;
  const gap = Math.max(12, (length - 130) / lines.length);
  return {
    phase: 'reentry',
    minutes,
    lines: [...paced(lines, { from: 15, first: gap, last: gap }), { line: 'reentry.landing', before: 60 }],
    bells: [{ at: 4, soft: true }],
    bed: { start: -2, end: -5 },
    beats: { start: 7, end: 10 },
  };
}

/** Questions to hold silently, water, sitting up slowly, the journal, then quiet and a long fade. */
export function rest(minutes: number): PhaseInput {
  const lines = [
    'rest.begin',
    ['rest.question-now', 'full'],
    'rest.question-keep',
    ['rest.question-surprise', 'full'],
    'rest.intention',
    ['rest.question-kind', 'full'],
    'rest.water',
    ['rest.stretch', 'full'],
    'rest.sit-up',
    'rest.help',
    'rest.journal',
    ['rest.gentle', 'full'],
    'rest.quiet',
  ] as const;
  const gap = Math.min(90, Math.max(14, (minutes * 60 - 160) / lines.length));
  return {
    phase: 'rest',
    minutes,
    lines: [...paced(lines, { from: 20, first: gap, last: gap }), { line: 'rest.close', before: 75 }],
    bells: [{ before: 60, soft: true }],
    bed: { start: -8, end: -10 },
  };
}
