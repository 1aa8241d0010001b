import { describe, expect, it } from 'vitest';
import { lineIds, lineText } from '#guidance/lines.ts';
import { namedRegions } from '#guidance/naming.ts';
import { levelAt } from '#session/automation.ts';
import { isVoice } from '#session/cues.ts';
import { BUSES } from '#session/layers.ts';
import type { EventBody } from '#session/log.ts';
import { LINES_OF_THE_ARMS } from '#session/measuring.ts';
import { sessionTimeOf } from '#session/units.ts';
import type { Timeline } from '#session/timeline.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const plan = shippedPlan('iv', { talk: 'full' });
const begun = (announced = false): EventBody => ({ type: 'vitals-begun', announced });
const said = (timeline: Timeline, line: string) =>
  timeline.cues.filter((cue) => isVoice(cue) && cue.clip === line).map((cue) => cue.at);
const quiet = timelineOf(plan, []);

describe('while somebody is measured', () => {
  const at = 200;
  const log = logged([at, begun()], [at + 60, { type: 'vitals-ended' }]);
  const lower = (timeline: Timeline, bus: (typeof BUSES)[number], after: number) =>
    levelAt(timeline.thinning[bus], sessionTimeOf(at + after));

  // MEASURING_CHANGE of 4, or a depth of −6: red
  it('[CK3] bed, beats and breath go down 12 dB over 8 s, and come back over 8 s', () => {
    const timeline = timelineOf(plan, log);
    for (const bus of ['bed', 'beats', 'breath'] as const)
      for (const [after, level] of [
        [0, 0],
        [4, -6],
        [8, -12],
        [60, -12],
        [64, -6],
        [68, 0],
      ] as const)
        expect(lower(timeline, bus, after)).toBeCloseTo(level, 6);
    for (const bus of ['voice', 'bell'] as const) expect(lower(timeline, bus, 30)).toBe(0);
  });

  it('[CK3] what the ladder takes and what measuring takes add up', () => {
    const both = timelineOf(plan, logged([at, begun()], [at + 20, { type: 'grounding-stepped', rung: 1 }]));
    expect(lower(both, 'bed', 40)).toBeCloseTo(-21, 6);
    expect(lower(both, 'breath', 40)).toBe(-80);
  });

  it('[CK3] a second tap, or an end without a beginning, changes nothing', () => {
    const once = timelineOf(plan, logged([at, begun()]));
    expect(timelineOf(plan, logged([at, begun()], [at + 5, begun(true)]))).toEqual(once);
    expect(timelineOf(plan, logged([at, { type: 'vitals-ended' }]))).toEqual(quiet);
  });

  // withoutAnnouncement() left out: red
  it('[CK3] the touch is announced once it is quiet, and not any more when it is over', () => {
    const announced = timelineOf(plan, logged([at, begun(true)]));
    const [line] = said(announced, 'ask.measure');
    expect(line).toBeGreaterThanOrEqual(at + 8);
    expect(line).toBeLessThan(at + 16);
    expect(said(timelineOf(plan, logged([at, begun()])), 'ask.measure')).toEqual([]);
    const over = logged([at, begun(true)], [at + 3, { type: 'vitals-ended' }]);
    expect(said(timelineOf(plan, over), 'ask.measure')).toEqual([]);
    const taken = logged([at, begun(true)], [at + 3, { type: 'undone', undoes: 0 }]);
    expect(said(timelineOf(plan, taken), 'ask.measure')).toEqual([]);
  });

  const [arms = 0] = said(quiet, 'scan.arms');

  // sparingArms() that returns all, sparedLines() that returns none: each red
  it('[CK4] a scan skips the arms, and goes to them when it is over', () => {
    const minute = logged([arms - 30, begun()], [arms + 45, { type: 'vitals-ended' }]);
    expect(said(timelineOf(plan, minute.slice(0, 1)), 'scan.arms')).toEqual([]);
    const [after, ...more] = said(timelineOf(plan, minute), 'scan.arms');
    expect(after).toBeGreaterThanOrEqual(arms + 45);
    expect(after).toBeLessThan(arms + 75);
    expect(more).toEqual([]);
    const others = (timeline: Timeline) =>
      timeline.cues.filter((cue) => isVoice(cue) && !LINES_OF_THE_ARMS.includes(cue.clip)).length;
    expect(others(timelineOf(plan, minute))).toBe(others(quiet));
  });

  it('[CK4] what was said of the arms before is not said again, nor what is still to come twice', () => {
    const late = logged([arms + 20, begun()], [arms + 50, { type: 'vitals-ended' }]);
    expect(said(timelineOf(plan, late), 'scan.arms')).toEqual([arms]);
    const early = logged([arms - 90, begun()], [arms - 30, { type: 'vitals-ended' }]);
    expect(said(timelineOf(plan, early), 'scan.arms').length).toBe(1);
  });

  it('[CK4] the arms of a phase that is over are not gone back to', () => {
    const given: EventBody = { type: 'medicine-given' };
    const log2 = logged([arms - 30, begun()], [arms + 20, given], [arms + 60, { type: 'vitals-ended' }]);
    expect(said(timelineOf(plan, log2), 'scan.arms')).toEqual([]);
  });

  it('[CK4] knows every line of a session that names the arms', () => {
    const naming = lineIds.filter((id) => namedRegions(lineText(id, 'en'), 'en').includes('arms'));
    expect(naming.filter((id) => !id.startsWith('ask.')).sort()).toEqual([...LINES_OF_THE_ARMS].sort());
  });

  it('[CK3] in a preparation that is held nothing else moves', () => {
    const held = logged([min(1), { type: 'held' }], [min(2), begun()]);
    const { cues, master } = timelineOf(plan, held);
    const without = timelineOf(plan, held.slice(0, 1));
    expect([cues, master]).toEqual([without.cues, without.master]);
  });
});
