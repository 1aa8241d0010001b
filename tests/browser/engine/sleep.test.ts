import { beforeAll, describe, expect, it } from 'vitest';
import { createClock, type AudioTime } from '#audio/clock.ts';
import { createPerformance, loopsFrom } from '#audio/performance.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { later, sessionTimeOf, START, type SessionTime } from '#session/units.ts';
import { evenGuide } from '../../helpers/guide.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { HEIGHT, smoothBank, smoothClips } from '../../helpers/audio/smooth.ts';
import { channelsOf, stepsOf } from '../../helpers/audio/steps.ts';
import { IN_WEBKIT } from '../../helpers/engines.ts';
import { logged, phase, plan } from '../../helpers/sessions.ts';

// A bed that stands still, so that what is heard of it is the fade alone.
const still = plan({
  clock: 'practice',
  beds: [{ sound: 'pink' }],
  phases: [phase({ phase: 'settle', minutes: 5 })],
});
const bank = smoothBank();
beforeAll(() => bank.load(loopsFrom(buildTimeline(still, [], evenGuide), START)));

async function heard(timeline: Timeline, from: SessionTime, seconds: number): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, seconds * RATE, RATE);
  const clock = createClock(context);
  clock.set(from, 0 as AudioTime);
  createPerformance({
    context,
    clock,
    destination: context.destination,
    bank,
    clips: smoothClips(() => undefined),
    enters: () => true,
    onFault: ({ cue, reason }) => expect.fail(`${cue} is ${reason}`),
    handedAhead: seconds,
  }).begin(timeline, from);
  return channelsOf(await context.startRendering())[0] ?? new Float32Array();
}

/** WebKit's ramps are reckoned in 32 bits: at −120 dB that shows beside a fall that is flatter still. */
const ROUNDING = IN_WEBKIT ? 1e-6 : 0;

const loudest = (samples: Float32Array, from: number, to: number) =>
  samples.subarray(from * RATE, to * RATE).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('the end of a practice, as it is rendered', () => {
  it('[SL1] by a sleep timer goes within 90 s from all there is to nothing, without a step', async () => {
    const log = logged([0, { type: 'started' }], [10, { type: 'sleep-timer-set', in: 120 }]);
    const samples = await heard(buildTimeline(still, log, evenGuide), sessionTimeOf(35), 100);
    const by5s = Array.from({ length: 18 }, (_, nth) => loudest(samples, 5 + nth * 5, 10 + nth * 5));
    expect(by5s[0]).toBeCloseTo(loudest(samples, 3, 5), 3);
    for (const [nth, level] of by5s.slice(1).entries()) expect(level).toBeLessThan(by5s[nth] ?? 0);
    expect(loudest(samples, 96, 100)).toBeLessThan(HEIGHT * 1e-3);
    // 48 dB in 89 s: the loudest sample falls by no more than this from one to the next.
    const steepest = (HEIGHT * 48 * 0.116 * 1.5) / 89 / RATE;
    expect(stepsOf([samples.subarray(3 * RATE)]).step).toBeLessThan(steepest + ROUNDING);
  });

  it('[T6] by hand takes eight seconds, without a step', async () => {
    const log = logged([0, { type: 'started' }], [60, { type: 'ended' }]);
    const samples = await heard(buildTimeline(still, log, evenGuide), sessionTimeOf(55), 15);
    expect(loudest(samples, 8, 9)).toBeGreaterThan(loudest(samples, 12, 13));
    expect(loudest(samples, 8, 9)).toBeGreaterThan(HEIGHT * 0.005);
    expect(loudest(samples, 13.5, 15)).toBeLessThan(HEIGHT * 1e-3);
    expect(stepsOf([samples.subarray(3 * RATE)]).step).toBeLessThan((HEIGHT * 80 * 0.116 * 1.5) / 8 / RATE);
  });

  it('[SL5] and begun again it comes up from nothing over seconds', async () => {
    const log = logged(
      [0, { type: 'started' }],
      [0, { type: 'interrupted', reason: 'restarted' }],
      [60, { type: 'resumed' }],
    );
    const timeline = buildTimeline(still, log, evenGuide);
    const samples = await heard(timeline, sessionTimeOf(60), 12);
    expect(loudest(samples, 0, 0.05)).toBeLessThan(HEIGHT * 5e-3);
    expect(loudest(samples, 3, 4)).toBeLessThan(loudest(samples, 6, 7));
    expect(loudest(samples, 10, 12)).toBeGreaterThan(HEIGHT * 0.5);
    expect(later(sessionTimeOf(60), 12)).toBeLessThan(timeline.to);
  });
});
