import { placeOf } from '#guidance/script-lines.ts';
import fc from 'fast-check';
import { endOfCue, isVoice, type VoiceCue } from '#session/cues.ts';
import { LONGEST_SILENCES } from '#session/pacing.ts';
import { TALK, type Plan } from '#session/plan.ts';
import { practices } from '#session/practices/all.ts';
import { regionsAt } from '#session/practices/place.ts';
import type { ScriptLine } from '#session/practices/script-line.ts';
import {
  defaultPracticeChoices,
  PRACTICES,
  type PracticeChoices,
  type PracticeId,
} from '#session/practices/shape.ts';
import { REGIONS, type Region } from '#session/regions.ts';
import { SCAN_VARIANTS, WHOLE_BODY, type ScanChoices } from '#session/scan.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { evenSpeaker, type Speaker } from './guide.ts';

/** A practice as it was chosen, and what came of it. */
export interface Practised {
  readonly id: PracticeId;
  readonly choices: PracticeChoices;
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly voices: readonly VoiceCue[];
}

export function practise(
  id: PracticeId,
  change: Partial<PracticeChoices> = {},
  { guide, lines }: Speaker = evenSpeaker,
): Practised {
  const choices = { ...defaultPracticeChoices(practices[id]), ...change };
  const plan = practices[id].build(choices, lines);
  const timeline = buildTimeline(plan, [], guide);
  return { id, choices, plan, timeline, voices: timeline.cues.filter(isVoice) };
}

export function scanned(
  scan: Partial<ScanChoices>,
  change: Partial<PracticeChoices> = {},
  speaker?: Speaker,
): Practised {
  return practise('body-scan', { ...change, scan: { ...WHOLE_BODY, ...scan } }, speaker);
}

/** What the guide knows of a line. */
export function lineOf(id: string): ScriptLine | undefined {
  return byId.get(id);
}
const byId = new Map(evenSpeaker.lines.map((line) => [line.id, line]));

/** The silences between one line and the next. */
export function silencesOf({ voices }: Practised): number[] {
  return voices.slice(1).map((voice, nth) => {
    const before = voices[nth];
    return before === undefined ? 0 : voice.at - endOfCue(before);
  });
}

export function wordsOf({ voices }: Practised): number {
  return voices.reduce((sum, { text }) => sum + text.split(' ').length, 0);
}

const someRegions = (maxLength: number) => fc.subarray([...REGIONS], { maxLength });

export const anyScan: fc.Arbitrary<ScanChoices> = fc.record({
  variant: fc.constantFrom(...SCAN_VARIANTS),
  leftOut: fc.oneof(fc.constant([]), someRegions(REGIONS.length)),
  lingered: fc.oneof(fc.constant([]), someRegions(4)),
  avoided: fc.oneof(fc.constant([]), someRegions(REGIONS.length)),
  vitals: fc.boolean(),
});

/** Any practice, chosen in any way. */
export const anyPractice = fc
  .record({
    id: fc.constantFrom(...PRACTICES),
    talk: fc.constantFrom(...TALK),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    longestSilence: fc.constantFrom(...LONGEST_SILENCES),
    take: fc.nat(1000),
    scan: anyScan,
  })
  .map(({ id, share, ...choices }) => {
    const { least, most } = practices[id].minutes;
    return { id, change: { ...choices, minutes: Math.round((least + share * (most - least)) * 10) / 10 } };
  });

/** A stay at a place: which regions, from the first word of arriving there to the first of the next place or of the close. */
export interface Visit {
  readonly regions: readonly Region[];
  readonly seconds: number;
  readonly lines: number;
}

export function visitsOf({ voices, timeline }: Practised): Visit[] {
  const told = voices.map((voice) => ({ voice, regions: regionsAt(timeline, voice.at, placeOf) }));
  const starts = told.flatMap(({ regions }, nth) =>
    regions.join() === told[nth - 1]?.regions.join() ? [] : [nth],
  );
  return starts.flatMap((start, nth) => {
    const { voice, regions } = told[start] ?? {};
    if (voice === undefined || regions === undefined || regions.length === 0) return [];
    const end = starts[nth + 1] ?? told.length;
    return [{ regions, seconds: (told[end]?.voice.at ?? timeline.to) - voice.at, lines: end - start }];
  });
}
