import type { Cue, Repertoire, VoiceCue } from './cues.ts';
import type { Bus } from './layers.ts';
import { courseAt, placedPhases } from './phases.ts';
import type { Plan } from './plan.ts';
import { lineCues } from './planned-cues.ts';
import type { State } from './state.ts';
import { later, type Decibels, type Seconds, type SessionTime } from './units.ts';

/** While somebody is being measured the sound lies so much lower: product rule, 12 dB over 8 s, and back over 8 s [CK3]. */
const MEASURING_DEPTH: Decibels = -12;
export const MEASURING_CHANGE: Seconds = 8;

/** Said before the touch, where it was asked for. */
const MEASURING_LINE = 'ask.measure';
const ANNOUNCED = 'measuring/voice/';
/** Lines of sessions that lead attention into the arms, other than those that tell of the measuring itself. */
export const LINES_OF_THE_ARMS: readonly string[] = ['scan.arms', 'reentry.arms'];

/** What measuring takes from a bus: the beats lie just above the bed's floor, and go down with it; so does the breath. */
export function measuredBy({ measuring }: State, bus: Bus): Decibels {
  return measuring !== undefined && bus !== 'voice' && bus !== 'bell' ? MEASURING_DEPTH : 0;
}

/** The line that tells of the touch: it begins once the bed has stepped back [CK3]. */
export function announcement(
  { seq, at }: { readonly seq: number; readonly at: SessionTime },
  free: SessionTime,
  repertoire: Repertoire,
): VoiceCue[] {
  const line = repertoire.line(MEASURING_LINE);
  if (line === undefined) return [];
  const from = later(at, MEASURING_CHANGE) > free ? later(at, MEASURING_CHANGE) : free;
  return [{ id: `${ANNOUNCED}${seq}`, at: from, bus: 'voice', clip: MEASURING_LINE, ...line, asked: true }];
}

/** Once the measuring is over nothing announces it any more. */
export function withoutAnnouncement(asked: readonly VoiceCue[], at: SessionTime): readonly VoiceCue[] {
  return asked.filter((cue) => cue.at < at || !cue.id.startsWith(ANNOUNCED));
}

/** Nothing leads into the arms while they are measured [CK4]. */
export function sparingArms<Spoken extends Cue>(
  lines: readonly Spoken[],
  { measuring }: State,
): readonly Spoken[] {
  return measuring === undefined ? lines : lines.filter(({ clip }) => !LINES_OF_THE_ARMS.includes(clip));
}

/** The lines about the arms that fell into the measuring, by their ids: from `at` on they are said after all [CK4]. */
export function sparedLines(
  { plan, repertoire }: { readonly plan: Plan; readonly repertoire: Repertoire },
  { before, after }: { readonly before: State; readonly after: State },
  at: SessionTime,
): ReadonlyMap<string, SessionTime> {
  const since = before.measuring;
  if (since === undefined || after.measuring !== undefined) return new Map();
  const lines = placedPhases(plan, courseAt(plan, after.course, at))
    .flatMap((phase) => lineCues(phase, repertoire, after.talk))
    .filter((line) => LINES_OF_THE_ARMS.includes(line.clip) && line.at >= since && line.at < at);
  return new Map(lines.map(({ id }) => [id, at]));
}
