import { expect, it } from 'vitest';
import { createClock } from '#audio/clock.ts';
import { createMixer } from '#audio/mixer.ts';
import type { Automation } from '#session/automation.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { sessionTimeOf, START } from '#session/units.ts';
import { openTapped, until } from '../../helpers/audio/recorder.ts';

const UNCHANGED: Automation = [{ at: START, level: 0 }];
const practice = routes['practice-run'].build(defaultChoices(routes['practice-run']));

/** The bells go from full to a tenth within a second. */
function fallingBells(): Timeline {
  const timeline = buildTimeline(practice, [], { line: () => undefined });
  const bell = [
    { at: sessionTimeOf(0.2), level: 0 },
    { at: sessionTimeOf(1.2), level: -20 },
  ];
  const none = { ...timeline.ducking, bell: UNCHANGED };
  return { ...timeline, levels: { ...timeline.levels, bell }, ducking: none, master: UNCHANGED };
}

function tone(context: AudioContext, destination: AudioNode): ConstantSourceNode {
  const source = new ConstantSourceNode(context, { offset: 1 });
  source.connect(destination);
  source.start();
  return source;
}

// Mutant: the mixer without its keep-alive source -> the level stays at −8 dB, where the last bell ended.
it(
  '[E15] a bus reaches its level although its last bell ends on the way there',
  { timeout: 60_000 },
  async () => {
    const context = await openTapped();
    const analyser = context.createAnalyser();
    analyser.connect(context.destination);
    const clock = createClock(context);
    const mixer = createMixer(context, clock, analyser);
    const bell = tone(context, mixer.input('bell'));
    clock.set(START, clock.soon(0.1));
    mixer.load(fallingBells(), clock.when(START));
    bell.stop(clock.when(sessionTimeOf(0.6)));
    await until(context, clock.when(sessionTimeOf(2)));
    tone(context, mixer.input('bell'));
    const heard = new Float32Array(512);
    const level = () => {
      analyser.getFloatTimeDomainData(heard);
      return heard.at(-1);
    };
    await expect.poll(level, { timeout: 20_000 }).toBeGreaterThan(0.01);
    expect(level()).toBeCloseTo(0.1, 3);
    await context.close();
  },
);
