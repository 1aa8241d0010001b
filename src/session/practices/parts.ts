import { fitted, type Said } from '../pacing.ts';
import type { Plan, PlanInput } from '../plan.ts';
import { planOfChoices, type PhaseInput } from '../routes/shape.ts';
import type { Region } from '../regions.ts';
import { neverNamed } from '../scan.ts';
import type { Seconds } from '../units.ts';
import { withoutNaming, type ScriptLine } from './script-line.ts';
import { WHOLE, type Frame, type Part, type Practice, type PracticeChoices } from './shape.ts';

/** The bed sinks for long after the last words, and no bell wakes anybody. */
export const ASLEEP: Frame = {
  bed: [-4, -4, -18],
  endBell: false,
  ring: (length) => Math.min(180, Math.max(40, Math.round(length / 6))),
};

/** The first bell is struck, and the sound is there, before the first line. */
export const FIRST_BELL: Seconds = 3;
export const FIRST_LINE: Seconds = 13;
/** A phase begins so long before its first line. */
export const BEFORE_LINE: Seconds = 2;
/** No phase is shorter [F1]; what would be belongs to the one before. */
const SHORTEST_PHASE: Seconds = 15;
/** The last bell is struck so long after the last line. */
export const AFTER_LINE: Seconds = 2;

/** Between the last line and the end the bell rings out and all fades; in a short practice sooner. */
export const AWAKE: Frame = {
  bed: [-4, -1, -8],
  endBell: true,
  ring: (length) => Math.min(44, Math.max(24, Math.round(length / 10))),
};

/** A practice from what may be said in it. Where it does not say how it begins and ends, nobody is to fall asleep. */
export function practiceOf(
  script: Omit<Practice, 'build' | 'frame'> & Partial<Pick<Practice, 'frame'>>,
): Practice {
  const practice = { frame: () => AWAKE, ...script };
  return { ...practice, build: (choices, lines) => practicePlan(practice, choices, lines) };
}

/** Puts the parts of a practice into exactly the minutes that were chosen. */
function practicePlan(
  { id, title, ...practice }: Omit<Practice, 'build'>,
  choices: PracticeChoices,
  lines: readonly ScriptLine[],
): Plan {
  const [parts, frame] = [practice.parts(choices, lines, WHOLE), practice.frame(choices)];
  const length = choices.minutes * 60;
  const passages = parts.flatMap((part) => part.passages);
  const ring = frame.ring(length);
  const said = fitted(passages, length - FIRST_LINE - ring, choices.longestSilence).map((line) => ({
    ...line,
    at: line.at + FIRST_LINE,
  }));
  return planOfChoices(choices, {
    id,
    title,
    clock: 'practice',
    beats: { kind: 'none', carrier: 200 },
    phases: phasesOf(placedParts(parts, said, { length, ring }), said, { ...frame, ring }),
    grounding: ladder(lines, neverNamed(choices.scan)),
  });
}

/** What the rungs of the ladder say; it may be climbed in a practice too, and names no more than the practice does. */
export function ladder(
  lines: readonly ScriptLine[],
  unnamed: readonly Region[],
): NonNullable<PlanInput['grounding']> {
  const said = withoutNaming(lines, unnamed);
  const ids = (stage: string) => said.filter((line) => line.stage === stage).map(({ id }) => id);
  return { anchor: ids('anchor'), room: ids('room') };
}

interface PlacedPart {
  readonly part: Part;
  readonly from: Seconds;
  readonly to: Seconds;
}

/**
 * Parts begin with their first line; the last one late enough that nobody speaks once all begins to fade [N6]. One that
 * would be too short for a phase belongs to the one before.
 */
function placedParts(
  parts: readonly Part[],
  said: readonly Said[],
  { length, ring }: { readonly length: Seconds; readonly ring: Seconds },
): PlacedPart[] {
  let before: Seconds = SHORTEST_PHASE;
  const starts = parts.map((part, nth) => {
    const own = new Set(part.passages.map(({ line }) => line));
    const lines = said.filter(({ line }) => own.has(line));
    const places = lines.map(({ at }) => at - BEFORE_LINE);
    const late = nth < parts.length - 1 ? SHORTEST_PHASE : length - 2 * ring;
    const first = places.find((at) => at >= late) ?? places.at(-1);
    // Something else may sound where a guide has no words for it.
    const from = nth === 0 ? 0 : (first ?? (part.breath === undefined ? undefined : before));
    before = Math.max(before, ...lines.map(({ at, duration }) => at + duration + BEFORE_LINE));
    return { part, from };
  });
  const placed: { part: Part; from: Seconds }[] = [];
  for (const { part, from } of starts.toReversed()) {
    const next = placed.at(-1)?.from ?? length;
    const first = part === parts[0];
    if (from !== undefined && (first || (from >= SHORTEST_PHASE && from <= next - SHORTEST_PHASE)))
      placed.push({ part, from });
  }
  return placed.reverse().map((it, nth) => ({ ...it, to: placed[nth + 1]?.from ?? length }));
}

function phasesOf(
  placed: readonly PlacedPart[],
  said: readonly Said[],
  { bed, ring, endBell }: Omit<Frame, 'ring'> & { readonly ring: Seconds },
): PhaseInput[] {
  const [start, middle, end] = bed;
  return placed.map(({ part, from, to }, nth): PhaseInput => {
    const last = nth === placed.length - 1;
    const strikes = nth === 0 ? [{ at: FIRST_BELL }] : [];
    return {
      phase: part.phase,
      title: part.title,
      minutes: (to - from) / 60,
      lines: said
        .filter(({ at }) => at >= from && at < to)
        .map(({ line, at, talk }) => ({ line, at: hundredths(at - from), talk })),
      bells: last && endBell ? [...strikes, { before: ring - AFTER_LINE, soft: true }] : strikes,
      bed: { start: nth === 0 ? start : middle, end: last ? end : middle },
      ...(part.breath && { breath: part.breath(to - from) }),
    };
  });
}

/** Sums of tenths are not tenths in binary numbers. */
export function hundredths(seconds: Seconds): Seconds {
  return Math.round(seconds * 100) / 100;
}
