import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHORTEST_BREATH } from '#session/breath-limits.ts';
import { breaths } from '#session/breath-patterns.ts';
import { fullnessUntil } from '#session/breath-area.ts';
import { breathAt, breathLength, partsOf, rateAt, type Breathing } from '#session/breath.ts';
import { breathTurns } from '#session/breath-turns.ts';
import { led } from '#session/routes/shape.ts';
import { soundingAt, withEvent, type Timeline } from '#session/timeline.ts';
import { sessionTimeOf as at } from '#session/units.ts';
import { areaBetween, breathings, breathsOf, slowing } from '../helpers/breathing.ts';
import { evenGuide } from '../helpers/guide.ts';
import { logged, min, phase, plan, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const moments = fc.double({ min: 0, max: 10_000, noNaN: true });
const ORDER = ['in', 'top-up', 'full', 'out', 'empty'];

describe('breathAt', () => {
  it('[B1] is one part of one breath at every moment', () => {
    fc.assert(
      fc.property(breathings, moments, moments, (breathing, origin, moment) => {
        const { part: name, progress, fullness, breath } = breathAt(breathing, at(origin), at(moment));
        expect(ORDER).toContain(name);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
        expect(fullness).toBeGreaterThanOrEqual(0);
        expect(fullness).toBeLessThanOrEqual(1);
        expect(Number.isInteger(breath) && breath >= 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  // lastBefore() that returns high + 1, or begins.length without `+ more`: each red
  it('[B1] goes through its parts in order, and counts', () => {
    fc.assert(
      fc.property(breathings, (breathing) => {
        for (const [nth, { from, length }] of breathsOf(breathing).entries()) {
          const stretch = length / breathLength(breathing);
          let into = 0;
          for (const each of partsOf(breathing)) {
            const middle = breathAt(breathing, at(7), at(7 + from + (into + each.length / 2) * stretch));
            expect([middle.part, middle.breath]).toEqual([each.part, nth]);
            expect(middle.progress).toBeCloseTo(0.5, 5);
            into += each.length;
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[B1] has its parts in the order of a breath', () => {
    const order = partsOf({ pattern: [1, 2, 3, 4], topUp: 5 }).map((each) => [each.part, each.length]);
    expect(order).toEqual([
      ['in', 1],
      ['top-up', 5],
      ['full', 2],
      ['out', 3],
      ['empty', 4],
    ]);
    expect(partsOf(breaths.coherent).map((each) => each.part)).toEqual(['in', 'out']);
  });

  // `eased` without its half, or `firstFill` of 1 in the top-up only: each red
  it('[B2] fills and empties without a jump', () => {
    fc.assert(
      fc.property(breathings, moments, (breathing, moment) => {
        const one = breathAt(breathing, at(0), at(moment)).fullness;
        const next = breathAt(breathing, at(0), at(moment + 0.001)).fullness;
        // A cosine is never steeper than π/2 of its length; the shortest part that moves is half a second at the
        // pattern's pace, and the quickest rate shortens that by the whole breath over three seconds.
        const squeezed = Math.max(1, breathLength(breathing) / SHORTEST_BREATH);
        expect(Math.abs(next - one)).toBeLessThan((0.001 * Math.PI * squeezed) / 2 / 0.5 + 1e-6);
      }),
      { numRuns: 1000 },
    );
  });

  it('[B2] is empty, half full and full where it should be', () => {
    const full = [0, 2.5, 5, 7.5, 10].map(
      (seconds) => breathAt(breaths.coherent, at(3), at(3 + seconds)).fullness,
    );
    for (const [nth, value] of [0, 0.5, 1, 0.5, 0].entries()) expect(full[nth]).toBeCloseTo(value, 9);
  });

  it('[B3] rests at empty before it begins', () => {
    const before = { part: 'empty', progress: 0, fullness: 0, breath: 0 };
    expect(breathAt(breaths.coherent, at(10), at(9))).toEqual(before);
    expect(fullnessUntil(breaths.coherent, at(10), at(9))).toBe(0);
  });

  // Mutant: firstFill 1 -> the second breath in has nothing left to fill.
  it('[B5] fills in two steps with a top-up, resting between them', () => {
    const at2 = (seconds: number) => breathAt(breaths.sigh, at(0), at(seconds));
    expect(at2(1.5)).toMatchObject({ part: 'top-up', progress: 0, fullness: 0.75 });
    expect(at2(1.75)).toMatchObject({ part: 'top-up', progress: 0.5, fullness: 0.875 });
    expect(at2(2)).toMatchObject({ part: 'out', progress: 0, fullness: 1 });
    const slope = (seconds: number) => (at2(seconds + 1e-4).fullness - at2(seconds - 1e-4).fullness) / 2e-4;
    expect(slope(1.5)).toBeLessThan(0.01);
    expect(slope(0.75)).toBeGreaterThan(0.5);
    expect(slope(1.75)).toBeGreaterThan(0.5);
  });
});

describe('a breath that begins at a person’s own rate', () => {
  // rate -= 1 / rate: red, for a minute touches a breath more than it holds
  it('[B6] slows by no more than one breath a minute in any minute, and never quickens', () => {
    fc.assert(
      fc.property(slowing, (breathing) => {
        const all = breathsOf(breathing).map(({ from, length }) => ({ from, to: from + length, length }));
        const rateOf = ({ length }: { length: number }) => 60 / length;
        for (const [nth, one] of all.entries()) {
          const next = all[nth + 1];
          if (next !== undefined) expect(rateOf(next)).toBeLessThanOrEqual(rateOf(one) + 1e-6);
          // The minute that loses most begins with the last of this breath: what it reaches ends it.
          const last = all.findLast(({ from }) => from < one.to + 60 - 1e-6) ?? one;
          expect(rateOf(one) - rateOf(last)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[B6] ends at the pattern, and not much later than a breath a minute would take it there', () => {
    fc.assert(
      fc.property(slowing, (breathing) => {
        const pattern = 60 / breathLength(breathing);
        const way = Math.max(0, (breathing.fromRate ?? 0) - pattern);
        // Of each minute one breath goes for what it touches at both ends.
        const there = 60 * way * (1 + 1 / pattern) + 2 * breathLength(breathing);
        expect(rateAt(breathing, at(50), at(50 + there))).toBeCloseTo(pattern, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('[B6] goes from fourteen to six a minute like this', () => {
    const breathing: Breathing = { ...breaths['extended-exhale'], fromRate: 14 };
    const rates = [0, 60, 120, 240, 360, 480, 540].map((second) => rateAt(breathing, at(0), at(second)));
    expect(rates.map((rate) => Math.round(rate * 10) / 10)).toEqual([14, 13.1, 12.2, 10.4, 8.6, 6.9, 6]);
  });

  // stretch of 1 while slowing: red
  it('[B7] keeps every breath whole, and the proportions of its pattern', () => {
    fc.assert(
      fc.property(slowing, fc.nat(60), (breathing, nth) => {
        const all = breathsOf(breathing);
        const one = all[nth % all.length];
        if (one === undefined) return;
        const stretch = one.length / breathLength(breathing);
        const begins = breathAt(breathing, at(0), at(one.from + 1e-6));
        expect([begins.part, begins.fullness]).toEqual(['in', expect.closeTo(0, 6)]);
        let into = one.from;
        for (const { part: name, length } of partsOf(breathing)) {
          expect(breathAt(breathing, at(0), at(into + 0.01 * stretch * length)).part).toBe(name);
          into += stretch * length;
          expect(breathAt(breathing, at(0), at(into - 0.01 * stretch * length)).part).toBe(name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[B7] begins at that rate, or with the pattern where the person is slower already', () => {
    const { pattern } = breaths.slow;
    expect(rateAt({ pattern, fromRate: 13.3 }, at(0), at(0))).toBeCloseTo(13.3, 9);
    expect(rateAt({ pattern, fromRate: 4 }, at(0), at(0))).toBe(5);
    for (const second of [0, 3, 11.9, 12, 700])
      expect(breathAt({ pattern, fromRate: 4 }, at(0), at(second))).toEqual(
        breathAt({ pattern }, at(0), at(second)),
      );
  });
});

describe('fullnessUntil', () => {
  // areaOf 'out' without `progress -`, or a top-up whose first fill is left out of the area: each red
  it('[B2] is the area under the fullness, over twenty minutes', () => {
    fc.assert(
      fc.property(breathings, (breathing) => {
        const fullness = (second: number) => breathAt(breathing, at(0), at(second)).fullness;
        let area = 0;
        for (const { from, length } of breathsOf(breathing)) {
          const stretch = length / breathLength(breathing);
          let into = from;
          for (const each of partsOf(breathing)) {
            const to = into + each.length * stretch;
            const middle = (into + to) / 2;
            area += areaBetween(fullness, into, middle);
            expect(fullnessUntil(breathing, at(0), at(middle))).toBeCloseTo(area, 6);
            area += areaBetween(fullness, middle, to);
            into = to;
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a breath that follows another', () => {
  const fast = { ...breaths['extended-exhale'], fromRate: 16 };
  const given = (minutes: number) =>
    timelineOf(shippedPlan('iv', { breath: fast }), logged([min(minutes), { type: 'medicine-given' }]));
  const breathOf = (timeline: Timeline, id: string) => {
    const sound = timeline.layers.find((layer) => layer.id === id)?.sound;
    if (sound?.kind !== 'breath') throw new Error(`no breath ${id}`);
    return sound;
  };

  // goingOn() that returns its layers: red
  it('[B11] goes on from the pace that one had come to', () => {
    const early = given(8);
    const before = breathOf(early, 'preparation/breath');
    const reached = rateAt(before, before.origin, at(min(8)));
    expect(reached).toBeGreaterThan(12);
    expect(breathOf(early, 'onset/breath').fromRate).toBeCloseTo(reached, 9);
    expect(breathOf(given(20), 'onset/breath').fromRate).toBeUndefined();
  });

  it('[B11] stays the very same once it sounds', () => {
    const plan = shippedPlan('iv', { breath: fast });
    const log = logged([min(8), { type: 'medicine-given' }], [min(9), { type: 'held' }]);
    const before = timelineOf(plan, log.slice(0, 1));
    const after = withEvent(before, plan, log, evenGuide);
    expect(breathOf(after, 'onset/breath')).toBe(breathOf(before, 'onset/breath'));
  });
});

describe('the turns of the breath', () => {
  const breathing = plan({
    clock: 'practice',
    phases: [
      phase({ phase: 'settle', minutes: 6, breath: { ...led(breaths.sigh, { from: 20 }), fromRate: 11 } }),
      phase({ phase: 'sit', minutes: 4, breath: led(breaths.box, { from: 0 }) }),
    ],
  });
  const timeline = timelineOf(breathing, []);

  it('[B13] are told once each, in whatever windows one asks', () => {
    const whole = breathTurns(timeline, { from: at(0), to: at(600) });
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 600, noNaN: true })), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), 600];
        const pieces = edges.slice(1).flatMap((to, nth) => {
          return breathTurns(timeline, { from: at(edges[nth] ?? 0), to: at(to) });
        });
        expect(pieces).toEqual(whole);
      }),
    );
  });

  it('[B13] are those of the breath that leads, while it can be heard', () => {
    const whole = breathTurns(timeline, { from: at(0), to: at(600) });
    for (const turn of whole) {
      const layer = soundingAt(timeline, turn.at).layers.findLast(({ bus }) => bus === 'breath');
      if (layer?.sound.kind !== 'breath') throw new Error('no breath there');
      const { part: here } = breathAt(layer.sound, layer.sound.origin, at(turn.at + 1e-6));
      expect(here).toBe(turn.part);
    }
    expect(new Set(whole.map((turn) => turn.part))).toEqual(
      new Set(['in', 'top-up', 'full', 'out', 'empty']),
    );
    expect(whole[0]).toEqual({ at: 20, part: 'in' });
    expect(whole.filter((turn) => turn.at > 597)).toEqual([]);
  });

  // leads() that does not ask for the last: the sigh that fades is felt beside the box that comes in
  it('[B13] are those of the new phase as soon as it begins', () => {
    const moved = timelineOf(
      breathing,
      logged([100, { type: 'phase-advanced', to: 'next', observed: false }]),
    );
    const fading = moved.layers.find((layer) => layer.id === 'settle/breath');
    expect(fading?.to).toBe(104);
    const turns = breathTurns(moved, { from: at(100), to: at(106) });
    expect(turns.map((turn) => turn.part)).toEqual(['in', 'full', 'out', 'empty']);
  });

  it('[B13] are not told in a silence', () => {
    const silenced = timelineOf(breathing, logged([100, { type: 'silenced', fade: 1 }]));
    expect(breathTurns(silenced, { from: at(0), to: at(100) }).length).toBeGreaterThan(30);
    expect(breathTurns(silenced, { from: at(102), to: at(600) })).toEqual([]);
    const muted = timelineOf(
      breathing,
      logged([100, { type: 'bus-level-changed', bus: 'breath', level: -80 }]),
    );
    expect(breathTurns(muted, { from: at(102), to: at(600) }).length).toBeGreaterThan(100);
  });
});
