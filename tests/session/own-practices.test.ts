import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownLines } from '#guidance/known-lines.ts';
import { namedRegions } from '#guidance/naming.ts';
import { levelAt } from '#session/automation.ts';
import { endOfCue, isBell } from '#session/cues.ts';
import { misfitOf } from '#session/fitting.ts';
import { keptPracticeOf, type ChosenBeside } from '#session/kept-practice-reading.ts';
import { keptFrom, ownPracticeOf } from '#session/own-practice-reading.ts';
import { LONGEST_SILENCES } from '#session/pacing.ts';
import { TALK } from '#session/plan.ts';
import { planOf } from '#session/plan-reading.ts';
import { composedProblem, type OwnPart } from '#session/practices/composed.ts';
import { PRACTICES } from '#session/practices/shape.ts';
import { printTimeline } from '#session/print.ts';
import { findingsOf } from '#session/rules.ts';
import { neverNamed } from '#session/scan.ts';
import { later } from '#session/units.ts';
import { anyParts, BELL, lasting, practiseOwn, type OwnPractised } from '../helpers/composed.ts';
import { evenGuide } from '../helpers/guide.ts';
import { anyScan } from '../helpers/practised.ts';

const anyChoices = fc.record({
  talk: fc.constantFrom(...TALK),
  longestSilence: fc.constantFrom(...LONGEST_SILENCES),
  take: fc.nat(1000),
  scan: anyScan,
});

/** Judges practices that were put together in any way. */
function always(judge: (practised: OwnPractised) => void, numRuns = 150) {
  fc.assert(
    fc.property(anyParts, anyChoices, (parts, change) => judge(practiseOwn(parts, change))),
    { numRuns, seed: 20_261 },
  );
}

const linesOf = ({ plan }: OwnPractised) => plan.phases.map(({ lines }) => lines.map(({ line }) => line));
const stagesOf = (practised: OwnPractised) =>
  linesOf(practised).map((lines) => lines.map((line) => line.replace(/^[^.]*\.|-\d+$/g, '')));
const bellsOf = ({ timeline }: OwnPractised) =>
  timeline.cues.filter(isBell).map(({ at }) => Math.round(at * 100) / 100);

// Mutants, each red here: a part a minute longer, a window that reaches into the next part, strikes that are not apart or
// not kept, lines in a silence, a bed that steps between parts, every part settles, every part closes, lines said twice,
// places named that are never to be, no least length, no most parts, a fourth strike in a row.
describe('a practice of one’s own', () => {
  it('[N20] reads like this: breath, a bell, a silence, a scan, a bell', async () => {
    const { timeline } = practiseOwn([
      BELL,
      lasting('breath', 3),
      BELL,
      lasting('silence', 5),
      lasting('body-scan', 7),
      BELL,
    ]);
    await expect(`${printTimeline(timeline)}\n`).toMatchFileSnapshot('golden/own-practice.txt');
  });

  it('[N20] takes the minutes of its parts, and says every line whole within its part', () => {
    always(({ plan, stretches, timeline, voices }) => {
      expect(timeline.spans).toEqual(stretches.map(({ phase, from, to }) => ({ phase, from, to })));
      expect(timeline.to).toBe(stretches.at(-1)?.to);
      const heard = plan.phases.flatMap(({ lines }, nth) =>
        lines
          .filter(({ talk }) => plan.talk === 'full' || (plan.talk === 'sparse' && talk === 'sparse'))
          .map(({ line, at }) => ({ line, at: (stretches[nth]?.from ?? 0) + (at ?? 0), nth })),
      );
      expect(voices.map(({ clip }) => clip)).toEqual(heard.map(({ line }) => line));
      for (const [nth, voice] of voices.entries()) {
        const stretch = stretches[heard[nth]?.nth ?? 0];
        expect(voice.at).toBeCloseTo(heard[nth]?.at ?? 0, 6);
        expect(voice.at).toBeGreaterThanOrEqual(stretch?.from ?? Infinity);
        expect(endOfCue(voice)).toBeLessThanOrEqual(stretch?.to ?? 0);
        expect(voices[nth + 1]?.at ?? Infinity).toBeGreaterThanOrEqual(endOfCue(voice) + 3 - 1e-6);
      }
    });
  });

  it('[N21] rings its bells where they stand, whatever rule other bells follow', () => {
    const row = [BELL, BELL, BELL, lasting('breath', 3), BELL, BELL, lasting('silence', 5), BELL];
    const places = [3, 9, 15, 180, 186, 480 - 42];
    expect(bellsOf(practiseOwn(row))).toEqual(places);
    for (const bells of [{ ring: 'never' }, { ring: 'every', minutes: 7.5, soft: true }] as const)
      expect(bellsOf(practiseOwn(row, { bells }))).toEqual(expect.arrayContaining(places));
    always((practised) => {
      if (practised.plan.talk === 'silent') return;
      const { stretches, timeline, parts } = practised;
      const first = stretches.flatMap(({ from, strikes }, nth) =>
        Array.from({ length: strikes }, (_, by) => from + (nth === 0 ? 3 : 0) + 6 * by),
      );
      const last = parts.length - 1 - parts.findLastIndex(({ kind }) => kind !== 'bell');
      const rung = bellsOf(practised);
      expect(rung.slice(0, first.length)).toEqual(first);
      expect(rung.length).toBe(first.length + last);
      for (const at of rung.slice(first.length)) expect(at).toBeGreaterThan(timeline.to - 200);
    });
  });

  it('[N22] is without words and tone in its silences, and its bed goes on without a step', () => {
    always(({ plan, stretches, timeline, voices }) => {
      for (const { phase, part, from, to } of stretches) {
        if (part.kind !== 'silence') continue;
        expect(voices.filter(({ at }) => at >= from && at < to)).toEqual([]);
        const led = timeline.layers.filter(
          (layer) => layer.bus === 'breath' && layer.from < to && layer.to > from,
        );
        expect(led, phase).toEqual([]);
      }
      for (const [nth, { bed }] of plan.phases.entries())
        if (nth > 0) expect(bed.start).toBe(plan.phases[nth - 1]?.bed.end);
      const bed = timeline.layers.find(({ bus }) => bus === 'bed');
      expect([bed?.from, bed?.to]).toEqual([0, timeline.to]);
      for (const { from } of stretches.slice(1)) {
        const [before, after] = [
          levelAt(bed?.level ?? [], later(from, -0.05)),
          levelAt(bed?.level ?? [], from),
        ];
        expect(Math.abs(after - before)).toBeLessThan(0.5);
      }
    });
  });

  it('[N23] settles only at its beginning, and closes only at its end', () => {
    for (const kind of PRACTICES) {
      const [first, middle, last] = stagesOf(
        practiseOwn([lasting(kind, 5), lasting(kind, 5), lasting(kind, 5)]),
      );
      expect(first, kind).toContain('begin');
      expect(first, kind).not.toContain('close');
      expect(middle, kind).not.toContain('begin');
      expect(middle, kind).not.toContain('close');
      expect(last, kind).not.toContain('begin');
      expect(last, kind).toContain('close');
    }
    const around = practiseOwn([BELL, lasting('silence', 2), lasting('body-scan', 5), lasting('silence', 2)]);
    expect(stagesOf(around).flat()).not.toContain('begin');
    expect(stagesOf(around).flat()).not.toContain('close');
  });

  it('[N23] offers a choice at once in a trauma-aware scan, wherever it stands', () => {
    const scan = { variant: 'trauma-aware', leftOut: [], lingered: [], avoided: [], vitals: false } as const;
    const [, stages] = stagesOf(practiseOwn([lasting('breath', 3), lasting('body-scan', 7)], { scan }));
    expect(stages?.[0]).toBe('choice');
  });

  it('[N24] says no line twice, unless a part of the same kind comes again', () => {
    always((practised) => {
      const kinds = practised.stretches.map(({ part }) => part.kind);
      const lines = linesOf(practised);
      for (const [nth, said] of lines.entries()) {
        expect(new Set(said).size).toBe(said.length);
        const elsewhere = lines.flatMap((other, at) => (kinds[at] === kinds[nth] ? [] : other));
        expect(said.filter((line) => elsewhere.includes(line))).toEqual([]);
      }
    });
  });

  it('[N25] is a valid plan, keeps every rule of plans, and is silent before all fades', () => {
    const lines = knownLines(evenGuide, 'en');
    const circumstances = { seizure: 'unknown', headphones: 'unknown', vitalsDue: [] } as const;
    always(({ plan, choices, timeline, voices }) => {
      expect(planOf(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
      expect(misfitOf(plan, [], evenGuide)).toBeUndefined();
      expect(findingsOf(plan, { lines, circumstances, waived: [] })).toEqual([]);
      const never = neverNamed(choices.scan);
      for (const { text, at } of voices) {
        expect(at).toBeGreaterThanOrEqual(12);
        expect(namedRegions(text, 'en').filter((region) => never.includes(region))).toEqual([]);
      }
      const last = voices.at(-1);
      if (last !== undefined) expect(levelAt(timeline.master, endOfCue(last))).toBe(0);
    });
  });

  it('[N22] leads the breath in whole breaths, within its part', () => {
    for (const parts of [
      [lasting('breath', 3), lasting('silence', 5)],
      [lasting('silence', 3), BELL, lasting('breath', 4), lasting('sounds', 3)],
      [lasting('sounds', 3), lasting('breath', 5)],
    ]) {
      const { timeline, stretches } = practiseOwn(parts);
      const tone = timeline.layers.find(({ bus }) => bus === 'breath');
      const stretch = stretches.find(({ part }) => part.kind === 'breath');
      expect(tone?.from).toBeGreaterThan(stretch?.from ?? Infinity);
      expect(tone?.to).toBeLessThanOrEqual(stretch?.to ?? 0);
      const length = (tone?.to ?? 0) - (tone?.from ?? 0);
      expect(length).toBeGreaterThan(100);
      expect(length % 10).toBeCloseTo(0, 6);
    }
  });
});

describe('what is kept of it', () => {
  const chosen: ChosenBeside = {
    v: 1,
    silence: 20,
    variant: 'standard',
    attention: { neck: 'avoided' },
    talk: 'full',
    bell: 'bowl-196',
    bells: { ring: 'as-planned', start: false, end: false },
    beds: [{ sound: 'rain', level: -3, muted: false, phases: {} }],
    levels: { voice: -4, bell: -5, breath: -6, bed: -6, beats: -10 },
    own: [],
    breath: { pattern: [4, 0, 6, 0] },
    guide: 'bdl',
  };
  const parts: OwnPart[] = [lasting('breath', 3), BELL, lasting('silence', 5)];
  const own = { ...chosen, id: 'k3', name: 'My morning', parts };

  it('[N26] is read as it was kept, and is taken up as any practice is', () => {
    fc.assert(
      fc.property(anyParts, (any) => {
        const kept = { ...own, parts: [...any] };
        expect(ownPracticeOf(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
        const asAny = keptFrom(kept);
        expect(keptPracticeOf(JSON.parse(JSON.stringify(asAny)))).toEqual(asAny);
      }),
      { numRuns: 60, seed: 1 },
    );
    const older = { ...chosen, practice: 'breath', minutes: 5 };
    expect(keptPracticeOf(older)).toEqual(older);
  });

  it('[N26] is not read where it could not be practised', () => {
    const wrong: readonly unknown[] = [
      { ...own, parts: [] },
      { ...own, parts: [BELL] },
      { ...own, parts: [lasting('silence', 2)] },
      { ...own, parts: [lasting('silence', 60), lasting('breath', 3)] },
      { ...own, parts: [lasting('breath', 21)] },
      { ...own, parts: [lasting('breath', 3.5)] },
      { ...own, parts: [{ kind: 'levitation', minutes: 5 }] },
      { ...own, parts: [{ kind: 'bell', minutes: 5 }, ...parts] },
      { ...own, name: '  ' },
      { ...own, v: 2 },
      { ...own, more: true },
      'a practice',
    ];
    for (const each of wrong) expect(ownPracticeOf(each), JSON.stringify(each)).toBeUndefined();
  });

  it('[N27] what stands against practising it is told', () => {
    const silences = (count: number) => Array.from({ length: count }, () => lasting('silence', 3));
    expect(composedProblem([])).toBe('nothing');
    expect(composedProblem([BELL, BELL])).toBe('nothing');
    expect(composedProblem([lasting('silence', 2)])).toBe('too-short');
    expect(composedProblem([lasting('silence', 58), lasting('breath', 3)])).toBe('too-long');
    expect(composedProblem(silences(13))).toBe('too-many');
    expect(composedProblem([BELL, BELL, BELL, BELL, ...parts])).toBe('too-many-strikes');
    expect(composedProblem(silences(12))).toBeUndefined();
    expect(composedProblem([BELL, BELL, BELL, ...parts, BELL, BELL, BELL])).toBeUndefined();
  });
});
