import { afterEach, expect, it } from 'vitest';
import type { Guide } from '#app/guide.ts';
import { Rehearsal } from '#app/rehearsal.svelte.ts';
import { createEngine, type Engine } from '#audio/engine.ts';
import { DEFAULT_TIMES } from '#session/clinic.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { buildTimeline } from '#session/timeline.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { createRecorder, openTapped, until } from '../../helpers/audio/recorder.ts';
import { hum } from '../../helpers/audio/smooth.ts';
import { stepsOf } from '../../helpers/audio/steps.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';
import { phase, plan as planOf } from '../../helpers/sessions.ts';

/** Everybody says everything in a low hum of two seconds, which begins and ends softly. */
const guide: Guide = {
  id: 'hum',
  line: () => ({ text: 'hum', duration: 2 }),
  clip: () => ({ key: 'hum', bytes: () => wavFile(RATE, hum(2)).arrayBuffer() }),
};
/** Soft tones underneath: what is steep in them was put there by who plays them. */
const plan = planOf({
  beds: [{ sound: 'pad' }],
  bell: 'small-bell',
  phases: [
    phase({
      lines: [
        { line: 'welcome.here', at: 60 },
        { line: 'welcome.stop', at: 200 },
        { line: 'breath.find', at: 400 },
      ],
    }),
  ],
});

const connect = Reflect.get(AudioNode.prototype, 'connect') as (
  this: AudioNode,
  ...to: unknown[]
) => AudioNode;
let engine: Engine | undefined;
afterEach(async () => {
  Object.assign(AudioNode.prototype, { connect });
  await engine?.close();
});

/** The engine itself, and what it sends to the device. */
async function recorded(seconds: number) {
  const exits: AudioNode[] = [];
  Object.assign(AudioNode.prototype, {
    connect(this: AudioNode, ...to: unknown[]) {
      if (to[0] instanceof AudioDestinationNode) exits.push(this);
      return connect.apply(this, to);
    },
  });
  await (await openTapped()).close();
  engine = createEngine({ onFault: () => undefined, onOnset: () => undefined, onTick: () => undefined });
  await engine.wake();
  const context = exits.at(-1)?.context;
  if (context === undefined) throw new Error('the engine goes nowhere');
  const recorder = await createRecorder(context, seconds);
  for (const exit of exits) if (exit.context === context) exit.connect(recorder.node);
  return { engine, context, recorder };
}

function loudness(channels: readonly Float32Array[], from: number, to: number): number {
  const part = channels[0]?.subarray(Math.round(from * RATE), Math.round(to * RATE)) ?? new Float32Array(1);
  return 10 * Math.log10(part.reduce((sum, sample) => sum + sample * sample, 1e-12) / part.length);
}

it('sounds on the engine of sessions from step to step, hurried or not, without a click and never louder than one of them', async () => {
  const { engine, context, recorder } = await recorded(40);
  const timeline = buildTimeline(plan, plannedLog(plan), guide);
  const rehearsal = new Rehearsal({
    openEngine: () => Promise.resolve(engine),
    setup: { plan, guide, timeline },
    times: DEFAULT_TIMES,
    keepScreenOn: () => ({ release: () => undefined }),
  });
  rehearsal.chooseLines(true);
  expect(rehearsal.shown).toHaveLength(3);
  await engine.prepare(timeline, guide, ['welcome.here']);
  const began = context.currentTime;
  rehearsal.goOn();
  await until(context, began + 3.8);
  expect(rehearsal.nth).toBe(0);
  await until(context, began + 7.5); // the first line is over, and the second piece has come in by itself
  expect(rehearsal.nth).toBe(1);
  for (const hurried of [8, 8.4, 9.9, 10.2, 12.4]) {
    await until(context, began + hurried);
    if (rehearsal.nth === 2) rehearsal.back();
    else rehearsal.forward();
  }
  await until(context, began + 17);
  rehearsal.hold();
  await until(context, began + 18.2); // the device rests soon after
  const { first, channels } = await recorder.read();
  const origin = began - first / RATE;
  const heard = (from: number, to: number) => loudness(channels, origin + from, origin + to);
  const bed = heard(1.6, 1.9); // alone, before it steps back
  expect(bed).toBeGreaterThan(-60);
  expect(heard(3, 3.8)).toBeGreaterThan(bed + 6); // the line
  const alone = stepsOf(channels, Math.round((origin + 1.6) * RATE), Math.round((origin + 5) * RATE));
  const all = stepsOf(channels, Math.max(1, Math.round(origin * RATE)));
  // The tones move by themselves; a cut would be twenty times as steep.
  expect(all.step).toBeLessThan(3 * alone.step);
  expect(all.turn).toBeLessThan(4 * alone.turn);
  const loudest = heard(2.6, 4);
  for (let at = 0; at < 17; at += 0.25) expect(heard(at, at + 0.5)).toBeLessThan(loudest + 1.5);
}, 60_000);
