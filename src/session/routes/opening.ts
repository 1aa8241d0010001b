import type { ChosenBreath } from '../breath.ts';
import type { Seconds } from '../units.ts';
import { led, paced, type Choices, type LineInput, type PhaseInput } from './shape.ts';

/** The phase of welcome, intention, breath and short scan; loops quietly until the medicine is given. */
export function preparation(minutes: number, breath: ChosenBreath): PhaseInput {
  return {
    phase: 'preparation',
    minutes,
    openEnded: true,
    lines: [...arriving(), ...settling(breath), ...shortScan(540)],
    loop: {
      lines: ['welcome.wait', 'breath.by-itself', 'intention.kind', 'welcome.company'],
      from: 1020,
      every: 240,
      talk: 'full',
    },
    bells: [{ at: 12, soft: true }],
    bellLoop: { from: 1140, every: 600, soft: true },
    breath: led(breath, { from: 280 }),
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

const LONGER_OUT = ['breath.longer-out', 'full'] as const;

/** Only then may it be said that it is. */
function isLongerOut({ pattern: [inhale, , exhale], topUp = 0 }: ChosenBreath): boolean {
  return exhale > inhale + topUp;
}

function settling(breath: ChosenBreath): LineInput[] {
  return [
    ...paced(['breath.find', ['breath.where', 'full'], 'breath.follow-tone'], {
      from: 258,
      first: 16,
      last: 18,
    }),
    ...paced([LONGER_OUT, 'breath.no-force', ['breath.tone-pace', 'full']], {
      from: 330,
      first: 40,
      last: 45,
    }).filter(({ line }) => line !== LONGER_OUT[0] || isLongerOut(breath)),
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
function shortScan(from: Seconds): LineInput[] {
  return paced(SCAN, { from, first: 20, last: 24 });
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

/** Slow lines, then fewer; the anchor bell; the bed opens and the beats glide from alpha to theta. */
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
    lines: [...paced(ONSET_LINES, { from: 12, first: 62, last }), { line: 'onset.voice-less', before: 50 }],
    bells: [{ at: 5 }, { at: 300, soft: true }, { before: 30, soft: true }],
    bed: { start: -5, end: 0 },
    beats: { start: 10, end: 6 },
    ...change,
  };
}

/** The breath cue goes on into an onset, and says so when it fades out. */
export function withBreath(phase: PhaseInput, { onsetBreath }: Choices): PhaseInput {
  return {
    ...phase,
    lines: [...(phase.lines ?? []), { line: 'breath.cue-fades', at: 200, talk: 'full' }],
    breath: led(onsetBreath, { from: 0, to: 240, level: -4 }),
  };
}
