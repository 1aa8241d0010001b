import type { BellsInput } from '../bells.ts';
import { EXTENDED_EXHALE } from '../breath-patterns.ts';
import type { ChosenBreath } from '../breath.ts';
import type { BellSound } from '../cues.ts';
import type { BeatsKind, Bus } from '../layers.ts';
import { completed } from '../completing.ts';
import {
  MOST_OWN,
  PLAN_VERSION,
  type OwnSound,
  type Plan,
  type PlanInput,
  type RouteId,
  type Talk,
} from '../plan.ts';
import type { Decibels, Hertz, Seconds } from '../units.ts';
import { levelOfVolume } from '../volume.ts';

export type BedInput = PlanInput['beds'][number];

/** What is chosen about the sound, for a route and for a practice alike. */
export interface SoundChoices {
  readonly talk: Talk;
  readonly beds: readonly BedInput[];
  /** The own sounds that the beds or the bell are made of, and others that might have been. */
  readonly own: readonly OwnSound[];
  readonly bell: BellSound;
  readonly bells: BellsInput;
  readonly levels: Readonly<Record<Bus, Decibels>>;
  /** As loud as the person ever wants it, where that was set by ear. */
  readonly ceiling?: Decibels | undefined;
}

/** What a facilitator chooses before a session; every route turns the same choices into a plan. */
export interface Choices extends SoundChoices {
  readonly beats: BeatsKind | 'none';
  readonly carrier: Hertz;
  readonly minutes: Readonly<Record<string, number>>;
  readonly devices: 1 | 2 | 3;
  readonly lozengeHold: number;
  readonly pumpMinutes: number;
  /** What leads the breath in the preparation, or in the first phase of a practice. */
  readonly breath: ChosenBreath;
  /** The same in the onset, where a route leads it there. */
  readonly onsetBreath: ChosenBreath;
}

/** A shipped template: starting points that a clinic sets for itself. */
export interface Route {
  readonly id: RouteId;
  readonly title: string;
  readonly minutes: Readonly<Record<string, number>>;
  readonly build: (choices: Choices) => Plan;
}

const DEFAULT_LEVELS: Readonly<Record<Bus, Decibels>> = {
  voice: levelOfVolume(75),
  bell: levelOfVolume(75),
  breath: levelOfVolume(75),
  bed: levelOfVolume(85),
  beats: levelOfVolume(60),
};

export const DEFAULT_SOUND: SoundChoices = {
  talk: 'sparse',
  beds: [{ sound: 'ocean' }],
  own: [],
  bell: 'bowl-196',
  bells: { ring: 'as-planned' },
  levels: DEFAULT_LEVELS,
};

/** Talk, sound and lengths as a route ships them. Beats are off until the questions about seizures are answered. */
export function defaultChoices(route: Route): Choices {
  return {
    ...DEFAULT_SOUND,
    beats: 'none',
    carrier: 200,
    minutes: route.minutes,
    devices: 2,
    lozengeHold: 10,
    pumpMinutes: 40,
    breath: EXTENDED_EXHALE,
    onsetBreath: EXTENDED_EXHALE,
  };
}

export type PhaseInput = PlanInput['phases'][number];
export type BreathInput = NonNullable<PhaseInput['breath']>;
export type LineInput = NonNullable<PhaseInput['lines']>[number];

/** A breath of a plan: how one breathes, and when. */
export function led(
  { pattern, topUp, fromRate, title }: ChosenBreath,
  when: Pick<BreathInput, 'from' | 'to' | 'level'>,
): BreathInput {
  const [inhale, full, exhale, empty] = pattern;
  return { pattern: [inhale, full, exhale, empty], topUp, fromRate, title, ...when };
}

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

/** Puts a route's phases and somebody's choices together. */
export function planFrom(
  route: Omit<Route, 'build'>,
  choices: Choices,
  phases: PhaseInput[],
  more: Partial<PlanInput> = {},
): Plan {
  return planOfChoices(choices, {
    id: route.id,
    title: route.title,
    route: route.id,
    clock: 'medicine',
    beats: { kind: choices.beats, carrier: choices.carrier },
    phases: phases.map((phase) => trueTo(choices.bells, phase)),
    ...more,
  });
}

/** A plan as its format wants it, whatever was chosen. */
export function planOfChoices(
  { talk, bell, bells, beds, own, levels, ceiling }: SoundChoices,
  rest: Pick<PlanInput, 'id' | 'title' | 'clock' | 'beats' | 'phases'> & Partial<PlanInput>,
): Plan {
  return completed({
    format: 'undertone-plan',
    version: PLAN_VERSION,
    talk,
    bell,
    bells,
    beds: beds.map((bed) => within(bed, rest.phases)),
    own: known(own, bell, beds),
    levels,
    ...(ceiling === undefined ? {} : { ceiling }),
    ...rest,
  });
}

/** As many own sounds as a plan may know: those it uses, and after them others that may join while it runs [OW1]. */
function known(own: readonly OwnSound[], bell: BellSound, beds: readonly BedInput[]): OwnSound[] {
  const isUsed = ({ id }: OwnSound) => id === bell || beds.some(({ sound }) => sound === id);
  return [...own.filter(isUsed), ...own.filter((sound) => !isUsed(sound))].slice(0, MOST_OWN);
}

/** Lines that promise bells, other than the one after the lozenge, which rings in any case. */
const OF_BELLS: readonly string[] = ['welcome.sounds', 'onset.bell'];

/** Where no bell rings, nothing is said of one. */
function trueTo({ ring, start, end }: BellsInput, phase: PhaseInput): PhaseInput {
  if (ring !== 'never' || start === true || end === true) return phase;
  return { ...phase, lines: (phase.lines ?? []).filter(({ line }) => !OF_BELLS.includes(line)) };
}

/** A mix may come from another route: what it says of phases that are not in this one is left out. */
function within({ phases: offsets = {}, ...bed }: BedInput, phases: readonly PhaseInput[]): BedInput {
  const lived = Object.entries(offsets).filter(([name]) => phases.some(({ phase }) => phase === name));
  return { ...bed, phases: Object.fromEntries(lived) };
}

export function minutesOf(
  choices: Choices,
  route: { readonly minutes: Readonly<Record<string, number>> },
  phase: string,
): number {
  return choices.minutes[phase] ?? route.minutes[phase] ?? 0;
}
