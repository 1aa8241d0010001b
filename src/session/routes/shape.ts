import { EXTENDED_EXHALE } from '../breath.ts';
import type { BellId } from '../cues.ts';
import type { BeatsKind, BedKind, Bus } from '../layers.ts';
import { planOf, type Plan, type PlanInput, type RouteId, type Talk } from '../plan.ts';
import type { Decibels, Hertz, Seconds } from '../units.ts';
import { levelOfVolume } from '../volume.ts';

/** What a facilitator chooses before a session; every route turns the same choices into a plan. */
export interface Choices {
  readonly talk: Talk;
  readonly bed: BedKind | 'none';
  readonly bell: BellId;
  readonly beats: BeatsKind | 'none';
  readonly carrier: Hertz;
  readonly levels: Readonly<Record<Bus, Decibels>>;
  readonly minutes: Readonly<Record<string, number>>;
  readonly devices: 1 | 2 | 3;
  readonly lozengeHold: number;
}

/** A shipped template: starting points that a clinic sets for itself. */
export interface Route {
  readonly id: RouteId;
  readonly title: string;
  readonly minutes: Readonly<Record<string, number>>;
  readonly build: (choices: Choices) => Plan;
}

export const DEFAULT_LEVELS: Readonly<Record<Bus, Decibels>> = {
  voice: levelOfVolume(80),
  bell: levelOfVolume(75),
  breath: levelOfVolume(70),
  bed: levelOfVolume(70),
  beats: levelOfVolume(55),
};

/** Talk, sound and lengths as a route ships them. Beats are off until the questions about seizures are answered. */
export function defaultChoices(route: Route): Choices {
  return {
    talk: 'sparse',
    bed: 'ocean',
    bell: 'bowl-196',
    beats: 'none',
    carrier: 200,
    levels: DEFAULT_LEVELS,
    minutes: route.minutes,
    devices: 2,
    lozengeHold: 10,
  };
}

type PhaseInput = PlanInput['phases'][number];
export type LineInput = NonNullable<PhaseInput['lines']>[number];

/** Lines one after another from `from` on, the gap between their beginnings growing from `first` to `last`. */
export function paced(
  lines: readonly (string | readonly [line: string, talk: 'full'])[],
  { from, first, last }: { from: Seconds; first: Seconds; last: Seconds },
): LineInput[] {
  let at = from;
  return lines.map((entry, nth) => {
    const [line, talk] = typeof entry === 'string' ? ([entry, 'sparse'] as const) : entry;
    const placed: LineInput = { line, talk, at: Math.round(at) };
    const share = lines.length < 2 ? 0 : nth / (lines.length - 1);
    at += first + (last - first) * share;
    return placed;
  });
}

/** The phase of welcome, intention, breath and short scan; loops quietly until the medicine is given. */
export function preparation(minutes: number, extra: readonly LineInput[] = []): PhaseInput {
  return {
    phase: 'preparation',
    minutes,
    openEnded: true,
    lines: [...arriving(), ...settling(), ...shortScan(540), ...extra],
    loop: {
      lines: ['welcome.wait', 'breath.by-itself', 'intention.kind', 'welcome.company'],
      from: 1020,
      every: 240,
      talk: 'full',
    },
    bells: [{ at: 12, soft: true }],
    bellLoop: { from: 1140, every: 600, soft: true },
    breath: { pattern: [...EXTENDED_EXHALE], from: 280, level: 0 },
    bed: { start: -6, end: -6 },
  };
}

function arriving(): LineInput[] {
  const lines = [
    'welcome.here',
    ['welcome.place', 'full'],
    'welcome.company',
    'welcome.stop',
    ['welcome.eyes', 'full'],
    ['welcome.comfort', 'full'],
    'welcome.sounds',
    ['welcome.voice', 'full'],
    'welcome.order',
    ['welcome.quiet', 'full'],
    'welcome.nothing-right',
  ] as const;
  return paced(lines, { from: 30, first: 18, last: 22 });
}

function settling(): LineInput[] {
  return [
    ...paced(['breath.find', ['breath.where', 'full'], 'breath.follow-tone'], {
      from: 258,
      first: 16,
      last: 18,
    }),
    ...paced([['breath.longer-out', 'full'], 'breath.no-force', ['breath.tone-pace', 'full']], {
      from: 330,
      first: 40,
      last: 45,
    }),
    ...paced(
      [
        'intention.invite',
        ['intention.words', 'full'],
        'intention.repeat',
        ['intention.none', 'full'],
        'intention.set-down',
      ],
      { from: 430, first: 18, last: 20 },
    ),
  ];
}

const SCAN = [
  'scan.begin',
  'scan.feet',
  ['scan.lower-legs', 'full'],
  ['scan.thighs', 'full'],
  'scan.seat',
  'scan.belly',
  ['scan.nothing', 'full'],
  'scan.back',
  ['scan.chest', 'full'],
  'scan.hands',
  ['scan.arms', 'full'],
  'scan.shoulders',
  ['scan.neck', 'full'],
  'scan.face',
  ['scan.crown', 'full'],
  'scan.whole',
] as const;

/** About six minutes from feet to crown. */
export function shortScan(from: Seconds): LineInput[] {
  return paced(SCAN, { from, first: 20, last: 24 });
}

/** The quiet middle: nobody speaks unasked, but for one short anchor line every five minutes at "full". */
export function quiet(
  phase: 'peak' | 'plateau',
  minutes: number,
  bed: { start: Decibels; end: Decibels },
): PhaseInput {
  return {
    phase,
    minutes,
    loop: {
      lines:
        phase === 'peak'
          ? ['anchor.company', 'anchor.sound', 'anchor.here', 'anchor.nothing-to-do']
          : ['anchor.beside', 'anchor.support', 'anchor.time', 'anchor.rest'],
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

export const ONSET_LINES = [
  'onset.given',
  ['onset.settle', 'full'],
  'onset.sound-carry',
  ['onset.own-time', 'full'],
  'onset.first-signs',
  ['onset.let-come', 'full'],
  'onset.distance',
  ['onset.company', 'full'],
  ['onset.time', 'full'],
  'onset.bell',
  ['onset.body', 'full'],
  ['onset.resting', 'full'],
] as const;

/** Slow lines, then fewer; the anchor bell; the breath cue fades out; the bed opens and the beats glide from alpha to theta. */
export function onset(
  minutes: number,
  steps: { readonly firstEffects: Seconds; readonly deepening: Seconds },
  change: Partial<PhaseInput> = {},
): PhaseInput {
  const length = minutes * 60;
  const last = Math.max(70, (length - 180) / 8);
  return {
    phase: 'onset',
    minutes,
    steps: [
      { name: 'first-effects', at: Math.min(steps.firstEffects, length) },
      { name: 'deepening', at: Math.min(steps.deepening, length) },
    ],
    lines: [
      ...paced(ONSET_LINES, { from: 12, first: 62, last }),
      { line: 'breath.cue-fades', at: 200, talk: 'full' },
      { line: 'onset.voice-less', before: 50 },
    ],
    bells: [{ at: 5 }, { at: 300, soft: true }, { before: 30, soft: true }],
    breath: { pattern: [...EXTENDED_EXHALE], from: 0, to: 240, level: -4 },
    bed: { start: -5, end: 0 },
    beats: { start: 10, end: 6 },
    ...change,
  };
}

/** Puts a route's phases and somebody's choices together. The shipped routes keep their own format or do not start at all. */
export function planFrom(
  route: Omit<Route, 'build'>,
  choices: Choices,
  phases: PhaseInput[],
  more: Partial<PlanInput> = {},
): Plan {
  const read = planOf({
    format: 'undertone-plan',
    version: 1,
    id: route.id,
    title: route.title,
    route: route.id,
    clock: 'medicine',
    talk: choices.talk,
    bell: choices.bell,
    bed: choices.bed,
    beats: { kind: choices.beats, carrier: choices.carrier },
    levels: choices.levels,
    phases,
    ...more,
  });
  if (read.ok) return read.value;
  throw new Error(
    `${route.id}: ${read.problem.place}: expected ${read.problem.expected}, got ${read.problem.got}`,
  );
}

export function minutesOf(
  choices: Choices,
  route: { readonly minutes: Readonly<Record<string, number>> },
  phase: string,
): number {
  return choices.minutes[phase] ?? route.minutes[phase] ?? 0;
}
