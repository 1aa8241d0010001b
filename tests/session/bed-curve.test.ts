import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { bendIn, bent, bedIn, isBent, levelOfStep, STEPS, stepOfLevel } from '#session/bed-curve.ts';
import { printTimeline, timelineData } from '#session/print.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { SILENCE, sessionTimeOf as at } from '#session/units.ts';
import { phase, plan, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const three = (change: Parameters<typeof plan>[0] = {}) =>
  plan({
    phases: [
      phase({ bed: { start: -6, end: -6 } }),
      phase({ phase: 'peak' }),
      phase({ phase: 'rest', bed: { start: -9, end: -9 } }),
    ],
    ...change,
  });

describe('the curve of a bed', () => {
  // Mutants, each red: bent() that keeps a phase at 0; one that loses the other phases.
  it('[M9] names only the phases it bends, and keeps the others as they were', () => {
    const curve = bent(bent({}, 'onset', -6), 'rest', 3);
    expect(curve).toEqual({ onset: -6, rest: 3 });
    expect(bent(curve, 'onset', -12)).toEqual({ onset: -12, rest: 3 });
    expect(bent(curve, 'onset', 0)).toEqual({ rest: 3 });
    expect(['onset', 'peak', 'rest'].map((each) => bendIn(curve, each))).toEqual([-6, 0, 3]);
    expect(isBent(curve, [{ phase: 'peak' }])).toBe(false);
    expect(isBent(curve, [{ phase: 'peak' }, { phase: 'rest' }])).toBe(true);
  });

  // Mutant: a lowest step that is −25 dB instead of silence -> red.
  it('[M9] goes by whole steps from silence to 6 dB louder, and a level between two is the nearest', () => {
    expect([STEPS.least, STEPS.least + 1, 0, STEPS.most].map(levelOfStep)).toEqual([SILENCE, -24, 0, 6]);
    fc.assert(
      fc.property(fc.integer({ min: STEPS.least, max: STEPS.most }), (step) => {
        expect(stepOfLevel(levelOfStep(step))).toBe(step);
      }),
    );
    expect([-3.4, -60, 12].map(stepOfLevel)).toEqual([-3, STEPS.least, STEPS.most]);
  });

  // Mutants, each red: no bound under a ceiling; the bound also without one; the bound for what is as planned.
  it('[M8] lifts no phase above the loudest place of the plan where there is a ceiling, and any without', () => {
    const [first, second] = three().phases;
    if (first === undefined || second === undefined) throw new Error('three phases');
    const lifted = { phases: { onset: 4, peak: 4 } };
    const free = three();
    expect([bedIn(free, first, lifted).start, bedIn(free, second, lifted).start]).toEqual([-2, 4]);
    const bounded = three({ ceiling: -4 });
    expect([bedIn(bounded, first, lifted).start, bedIn(bounded, second, lifted).start]).toEqual([-2, 0]);
    expect(bedIn(bounded, first, { phases: { onset: 6 } }).end).toBe(0);
    expect(bedIn(bounded, second, { phases: { peak: -30 } })).toEqual({ start: -30, end: -30 });
  });

  // Mutant: layering that asks the plan's own phase alone -> red.
  it('[M8] is what the timeline of a session has, whatever the curve', () => {
    const bends = fc.constantFrom(-80, -24, -6, 0, 3, 6);
    fc.assert(
      fc.property(bends, bends, bends, (onset, peak, rest) => {
        const asked = three({ ceiling: 0, beds: [{ sound: 'rain', phases: { onset, peak, rest } }] });
        const [layer] = timelineOf(asked, []).layers;
        if (layer === undefined) throw new Error('a bed');
        for (const [nth, each] of asked.phases.entries()) {
          const middle = levelAt(layer.level, at(nth * 600 + 300));
          const by = bendIn({ onset, peak, rest }, each.phase);
          expect(middle).toBeCloseTo(Math.max(SILENCE, Math.min(each.bed.start + by, by > 0 ? 0 : 9)), 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[M9] is printed with its bed, and is in the data for other programs', () => {
    const bentOne = shippedPlan('im', {
      beds: [{ sound: 'ocean', phases: { peak: -6, rest: 2 } }, { sound: 'pad' }],
    });
    const timeline = timelineOf(bentOne, plannedLog(bentOne));
    const beds = printTimeline(timeline)
      .split('\n')
      .filter((line) => line.includes('bed/'));
    expect(beds[0]).toMatch(/ocean, until 120:00, .*; by phase peak -6 dB, rest \+2 dB$/);
    expect(beds[1]).not.toContain('by phase');
    expect(timelineData(timeline).layers.map(({ phases }) => phases)).toEqual([
      { peak: -6, rest: 2 },
      ...timeline.layers.slice(1).map(() => undefined),
    ]);
  });
});
