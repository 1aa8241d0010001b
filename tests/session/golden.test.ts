import { describe, expect, it } from 'vitest';
import type { SessionLog } from '#session/log.ts';
import { ROUTES, type Plan } from '#session/plan.ts';
import { PRACTICES } from '#session/practices/shape.ts';
import { clockOf, printTimeline, timelineData } from '#session/print.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { OPEN, sessionTimeOf } from '#session/units.ts';
import { practise } from '../helpers/practised.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const printed = (plan: Plan, log: SessionLog) => `${printTimeline(timelineOf(plan, log))}\n`;
const golden = (name: string) => `./golden/${name}.txt`;

describe('[T1] a session, as a facilitator could read it', () => {
  it.each(ROUTES)('as planned, sparse: %s', async (route) => {
    const plan = shippedPlan(route);
    await expect(printed(plan, plannedLog(plan))).toMatchFileSnapshot(golden(route));
  });

  it('as planned, full, with beats: iv', async () => {
    const plan = shippedPlan('iv', { talk: 'full', beats: 'binaural' });
    await expect(printed(plan, plannedLog(plan))).toMatchFileSnapshot(golden('iv-full'));
  });

  it('nasal with three devices: a hold at the peak, the ladder up and down, longer, shorter, back early', async () => {
    const plan = shippedPlan('nasal', { talk: 'full', devices: 3, beats: 'monaural' });
    const log = logged(
      [0, { type: 'started' }],
      [min(18), { type: 'device-started', device: 1 }],
      [min(23), { type: 'device-started', device: 2 }],
      [min(28, 10), { type: 'device-started', device: 3 }],
      [min(41), { type: 'phase-advanced', to: 'peak', observed: true }],
      [min(46), { type: 'held' }],
      [min(49), { type: 'grounding-stepped', rung: 1 }],
      [min(49, 20), { type: 'grounding-stepped', rung: 2 }],
      [min(50), { type: 'grounding-stepped', rung: 3 }],
      [min(51), { type: 'grounding-stepped', rung: 1 }],
      [min(52), { type: 'grounding-stepped', rung: 0 }],
      [min(56), { type: 'released' }],
      [min(60), { type: 'phase-extended', by: 300 }],
      [min(62), { type: 'phase-extended', by: -300 }],
      [min(70), { type: 'phase-advanced', to: 'reentry', observed: false }],
      [min(75), { type: 'line-played', line: 'ask.blanket' }],
    );
    await expect(printed(plan, log)).toMatchFileSnapshot(golden('nasal-eventful'));
  });

  it('iv with a call in the middle', async () => {
    const plan = shippedPlan('iv');
    const log = logged(
      [min(15), { type: 'medicine-given' }],
      [min(16, 19), { type: 'interrupted', reason: 'call' }],
      [min(18), { type: 'resumed' }],
    );
    await expect(printed(plan, log)).toMatchFileSnapshot(golden('iv-interrupted'));
  });

  it('im with a silence, less talk and a quieter bed, and ended before its time', async () => {
    const plan = shippedPlan('im');
    const log = logged(
      [min(20), { type: 'medicine-given' }],
      [min(22), { type: 'talk-changed', talk: 'bells' }],
      [min(30), { type: 'silenced', fade: 5 }],
      [min(33), { type: 'unsilenced' }],
      [min(40), { type: 'bus-level-changed', bus: 'bed', level: -20 }],
      [min(80), { type: 'talk-changed', talk: 'sparse' }],
      [min(110), { type: 'ended' }],
    );
    await expect(printed(plan, log)).toMatchFileSnapshot(golden('im-silenced'));
  });

  it('iv with what was tapped by mistake taken back', async () => {
    const plan = shippedPlan('iv');
    const log = logged(
      [min(20), { type: 'medicine-given' }],
      [min(25), { type: 'phase-advanced', to: 'reentry', observed: false }],
      [min(25, 6), { type: 'undone', undoes: 1 }],
      [min(45), { type: 'silenced', fade: 3 }],
      [min(45, 4), { type: 'undone', undoes: 3 }],
    );
    await expect(printed(plan, log)).toMatchFileSnapshot(golden('iv-undone'));
  });
});

describe('[N1] a practice of ten minutes, as a person could read it', () => {
  it.each(PRACTICES)('%s', async (id) => {
    const { timeline } = practise(id, { minutes: 10, talk: 'full' });
    await expect(`${printTimeline(timeline)}\n`).toMatchFileSnapshot(golden(`${id}-10`));
  });
});

describe('[T1] a session as data', () => {
  it('has every cue with its place, and a line with its words', () => {
    const plan = shippedPlan('practice-run');
    const data = timelineData(timelineOf(plan, []));
    expect(data.to).toBe(900);
    expect(data.phases.at(-1)).toEqual({ phase: 'rest', from: 780, to: 900 });
    expect(data.cues.find((cue) => cue.bus === 'bell')).toEqual({
      id: 'onset/bell/0',
      bus: 'bell',
      at: 5,
      duration: 24,
      clip: 'bowl-196',
    });
    expect(data.cues.at(-2)).toMatchObject({
      clip: 'rest.close',
      text: expect.stringMatching(/^This is the end/) as string,
    });
  });

  it('has null for an end nobody knows', () => {
    const data = timelineData(timelineOf(shippedPlan('iv'), []));
    expect([data.to, data.phases[0]?.to, data.layers[0]?.to]).toEqual([null, null, null]);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  it('says times in minutes that do not turn into hours', () => {
    expect([0, 59.96, 75 * 60 + 4.5, 3].map((at) => clockOf(sessionTimeOf(at)))).toEqual([
      '0:00',
      '1:00',
      '75:04.5',
      '0:03',
    ]);
    expect(clockOf(OPEN)).toBe('open');
  });
});
