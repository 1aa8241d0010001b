import type { ClinicTimes } from './clinic.ts';
import { endOfCue, isVoice, type Cue, type Repertoire } from './cues.ts';
import { closingFade } from './phases.ts';
import type { Plan } from './plan.ts';
import { clinicalChanges, measuredSteps } from './rehearsal-clinic.ts';
import { layerChanges } from './rehearsal-layers.ts';
import { LEAD, type Change, type Happening, type Step } from './rehearsal-step.ts';
import type { Timeline } from './timeline.ts';
import { earliest, later, latest, START, within, type Seconds } from './units.ts';

/** In which order what happens at once is told: what is done, and what the sound makes of it. */
const ORDER: readonly Happening['kind'][] = [
  ...(['given', 'device', 'hold-ends', 'pump-ends', 'leaving', 'phase'] as const),
  ...(['breath-ends', 'breath-begins', 'beats-begin', 'beats-glide', 'beats-end'] as const),
  ...(['vitals', 'line', 'bell'] as const),
];
/** What is heard after a line: the bed on its way back. */
const AFTER_LINE: Seconds = 2.4;
/** Changes nearer than this are one moment. */
const TOGETHER: Seconds = 1;

/** A session that is walked through. */
export interface Rehearsed {
  readonly plan: Plan;
  /** As it goes if all goes as planned. */
  readonly timeline: Timeline;
  readonly repertoire: Repertoire;
  /** The clinic's own. */
  readonly times: ClinicTimes;
}

type Unplaced = Omit<Step, 'phase'>;

/**
 * From cue to cue without the waits: in order of time, each cue and each change in exactly one step [RH1]. A bell may
 * still be struck while all fades; the fade is the last step all the same.
 */
export function rehearsalSteps(rehearsed: Rehearsed): Step[] {
  const { timeline } = rehearsed;
  const changes = [...layerChanges(timeline), ...clinicalChanges(rehearsed)];
  const steps: Unplaced[] = [
    ...together(changes).map(turnStep),
    ...measuredSteps(rehearsed),
    ...timeline.cues.map(cueStep),
  ];
  const inOrder = steps.toSorted((one, other) => one.at - other.at || rankOf(one) - rankOf(other));
  return [...inOrder, endStep(timeline)].map((step) => placed(step, timeline));
}

/** The steps at which a line is said, or shown. */
export function lineSteps(steps: readonly Step[]): Step[] {
  return steps.filter(({ what }) => what.some(({ kind }) => kind === 'line'));
}

/** Changes of one moment, each list in order. */
function together(changes: readonly Change[]): Change[][] {
  const moments: Change[][] = [];
  for (const change of changes.toSorted((one, other) => one.at - other.at)) {
    const last = moments.at(-1);
    if (last?.[0] !== undefined && change.at - last[0].at < TOGETHER) last.push(change);
    else moments.push([change]);
  }
  return moments;
}

function turnStep(changes: readonly Change[], nth: number): Unplaced {
  return {
    id: `turn/${nth}`,
    at: earliest(...changes.map(({ at }) => at)),
    what: changes
      .map(({ what }) => what)
      .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind)),
    piece: {
      from: earliest(...changes.map(({ piece }) => piece.from)),
      to: latest(...changes.map(({ piece }) => piece.to)),
    },
    cues: [],
  };
}

/** A line is heard to its end, a bell until it has rung out. */
function cueStep(cue: Cue): Unplaced {
  const { id, at } = cue;
  const after = isVoice(cue) ? AFTER_LINE : 0;
  return {
    id,
    at,
    what: [isVoice(cue) ? { kind: 'line', cue } : { kind: 'bell', cue }],
    piece: { from: later(at, -LEAD), to: later(endOfCue(cue), after) },
    cues: [id],
  };
}

/** The last fade, whole. */
function endStep({ spans, to }: Timeline): Unplaced {
  const over = closingFade(to - (spans.at(-1)?.from ?? START));
  const at = later(to, -over);
  return { id: 'end', at, what: [{ kind: 'end', over }], piece: { from: later(at, -LEAD), to }, cues: [] };
}

/** In its phase, and no piece reaches out of its session. */
function placed(step: Unplaced, { spans, to }: Timeline): Step {
  const { piece, at } = step;
  const phase = (spans.find((span) => within(at, span)) ?? spans.at(-1))?.phase ?? '';
  return { ...step, phase, piece: { from: latest(START, piece.from), to: earliest(to, piece.to) } };
}

function rankOf({ what }: Pick<Step, 'what'>): number {
  return Math.min(...what.map(({ kind }) => ORDER.indexOf(kind)));
}
