import { isOwn, type OwnId } from './layers.ts';
import type { OwnSound } from './plan.ts';
import { later, type Seconds, type SessionTime } from './units.ts';

/** The bells that exist; how each sounds is decided in `audio/sounds/bells.ts`. */
export const BELLS = ['bowl-196', 'bowl-262', 'bowl-110', 'small-bell'] as const;
export type BellId = (typeof BELLS)[number];

/** What a bell may be: one that is made here, or a short own sound. */
export type BellSound = BellId | OwnId;

/** An own bell is held decoded, and rings on over what follows it: it may not be long. */
export const LONGEST_BELL: Seconds = 30;

/** Whether an own sound is short enough to be a bell. */
export function couldRing({ seconds }: OwnSound): boolean {
  return seconds <= LONGEST_BELL;
}

/** How long a bell rings: an own one as long as it is. */
export function bellSeconds(bell: BellSound, own: readonly OwnSound[]): Seconds {
  return isOwn(bell) ? (own.find(({ id }) => id === bell)?.seconds ?? 0) : BELL_SECONDS[bell];
}

/** How long a strike is given to ring until it is below hearing; the deeper the bowl the longer. */
export const BELL_SECONDS: Readonly<Record<BellId, Seconds>> = {
  'bowl-196': 24,
  'bowl-262': 20,
  'bowl-110': 28,
  'small-bell': 9,
};

/** Sounds once, at its place. */
export type Cue = VoiceCue | BellCue;

interface AnyCue {
  /** Unique in a timeline: `<phase>/<bus>/<what>`, with `~2` when the phase comes round a second time. */
  readonly id: string;
  readonly at: SessionTime;
  readonly duration: Seconds;
  /** Somebody asked for it on a tap; talk and phase rules do not apply to it. */
  readonly asked: boolean;
}
export interface VoiceCue extends AnyCue {
  readonly bus: 'voice';
  /** The line's id in the guide. */
  readonly clip: string;
  readonly text: string;
  /** Only shown, for as long as it takes to read: nobody says it, and nothing steps back for it [V1]. */
  readonly unspoken?: true;
}
export interface BellCue extends AnyCue {
  readonly bus: 'bell';
  readonly clip: BellSound;
  /** A soft strike has less above the fifth partial. */
  readonly soft: boolean;
}

/** A line as a guide has it: how long it takes to say, or, where it is only shown, to read. */
export interface Line {
  readonly text: string;
  readonly duration: Seconds;
  readonly unspoken?: true;
}

/** A few words of somebody's own, or of somebody close: said on a tap, and by no rule [V3]. */
export interface AnchorLine extends Line {
  readonly id: string;
  readonly title: string;
  /** Who speaks. */
  readonly speaker: string;
}

/** What the guide can say: which lines exist, and how long each takes. */
export interface Repertoire {
  line(id: string): Line | undefined;
  /** Apart from all other lines, so that no plan, no rung and no rule can name one. */
  readonly anchors?: readonly AnchorLine[];
}

/** An anchor line as it is said: it is told who speaks, for not everybody knows the voice. */
export function anchorLine({ anchors = [] }: Repertoire, id: string): Line | undefined {
  const anchor = anchors.find((each) => each.id === id);
  if (anchor === undefined) return undefined;
  return { text: `${anchor.speaker}: ${anchor.text}`, duration: anchor.duration };
}

/** Phases in which nobody speaks unasked, but for a short anchor line at "full" [C3], and bells are soft and rare [K4]. */
const QUIET_PHASES: readonly string[] = ['peak', 'plateau'];
/** The least time between two unasked lines there, and between two bells. */
export const QUIET_GAP: Seconds = 300;
/** The least rest between two lines anywhere. */
export const REST_BETWEEN: Seconds = 3;
/** The least time from one strike to the next: what a line put off is not to fall onto another. */
export const BELLS_APART: Seconds = 5;

export function isQuiet(phase: string): boolean {
  return QUIET_PHASES.includes(phase);
}

export function isVoice(cue: Cue): cue is VoiceCue {
  return cue.bus === 'voice';
}

export function isBell(cue: Cue): cue is BellCue {
  return cue.bus === 'bell';
}

/** Whether a cue belongs to a phase in which little is said and struck. */
export function isInQuiet(cue: Cue): boolean {
  return isQuiet(cue.id.split('/')[0] ?? '');
}

/** A line that is shown and not said. */
export function isUnspoken(cue: Cue): boolean {
  return cue.bus === 'voice' && cue.unspoken === true;
}

/** Where a cue has sounded to its end. */
export function endOfCue(cue: Cue): SessionTime {
  return later(cue.at, cue.duration);
}

/** The id without the count of rounds: what the plan calls it. */
export function plainId(id: string): string {
  return id.replace(/~\d+$/, '');
}
