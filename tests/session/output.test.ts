import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { BUSES } from '#session/layers.ts';
import type { EventBody } from '#session/log.ts';
import type { Timeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { logged, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const plan = shippedPlan('iv', { talk: 'full' });
const at = 200;
const changed: EventBody = { type: 'output-changed' };
const confirmed: EventBody = { type: 'output-confirmed' };
const quiet = timelineOf(plan, []);
const softer = (timeline: Timeline, bus: (typeof BUSES)[number], after: number) =>
  levelAt(timeline.thinning[bus], sessionTimeOf(at + after));

describe('where the sound may come out of another thing', () => {
  const asked = timelineOf(plan, logged([at, changed]));
  const answered = timelineOf(plan, logged([at, changed], [at + 60, confirmed]));

  // Mutants: a drop of 12 dB; THIN_CHANGE for both ways; the voice left as it is -> red.
  it('[L9] all of it is 20 dB softer within 50 ms, and stays so', () => {
    for (const bus of BUSES)
      for (const [after, level] of [
        [0, 0],
        [0.025, -10],
        [0.05, -20],
        [60, -20],
        [3600, -20],
      ] as const)
        expect(softer(asked, bus, after)).toBeCloseTo(level, 6);
  });

  it('[L9] nothing is left out, and nothing takes another place', () => {
    expect([asked.cues, asked.layers, asked.to]).toEqual([quiet.cues, quiet.layers, quiet.to]);
  });

  it('[L9] once somebody has looked it comes back over 8 s', () => {
    for (const bus of BUSES)
      for (const [after, level] of [
        [60, -20],
        [64, -10],
        [68, 0],
      ] as const)
        expect(softer(answered, bus, after)).toBeCloseTo(level, 6);
  });

  it('[L9] what the ladder and the measuring take goes on under it', () => {
    const measured = timelineOf(
      plan,
      logged([at, changed], [at + 10, { type: 'vitals-begun', announced: false }], [at + 60, confirmed]),
    );
    expect(softer(measured, 'bed', 30)).toBeCloseTo(-32, 6);
    expect(softer(measured, 'bed', 80)).toBeCloseTo(-12, 6);
    const thinned = timelineOf(
      plan,
      logged([at, { type: 'grounding-stepped', rung: 1 }], [at + 10, changed]),
    );
    expect(softer(thinned, 'bed', 20)).toBeCloseTo(-29, 6);
  });

  it('[L9] told twice, or answered unasked, it changes nothing', () => {
    expect(timelineOf(plan, logged([at, changed], [at + 5, changed]))).toEqual(asked);
    expect(timelineOf(plan, logged([at, confirmed]))).toEqual(quiet);
  });
});
