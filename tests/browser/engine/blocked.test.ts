import { expect, it } from 'vitest';
import { createClock } from '#audio/clock.ts';
import { createPerformance } from '#audio/performance.ts';
import type { CueFault } from '#audio/scheduler.ts';
import type { Cue } from '#session/cues.ts';
import { START } from '#session/units.ts';
import { bufferOf, markerBank, markerClips, RATE } from '../../helpers/audio/markers.ts';
import { createRecorder, openTapped, until } from '../../helpers/audio/recorder.ts';
import { bellAt, lineAt, timelineOfCues } from '../../helpers/audio/sessions.ts';

/** One cue each half second or so, at places that are no whole samples. */
const cues = Array.from({ length: 20 }, (_, nth): Cue => {
  const at = 0.7 + nth * 0.5123457;
  return nth % 2 === 0 ? bellAt(`bell/${nth}`, at) : lineAt(`line/${nth}`, at);
});

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

// Mutant: cues committed when a tick finds them due (HORIZON = 0.05) -> fails: 10 of 20 late, left out or burst.
// Mutant: a late cue started at once and not left out, under the same short horizon -> fails: a burst after the block.
it('[E2] twenty cues sound in their places while the main thread stands still for five seconds: none late, no burst', async () => {
  const context = await openTapped();
  const recorder = await createRecorder(context, 14);
  const clock = createClock(context);
  const faults: CueFault[] = [];
  const click = Float32Array.from([0.5]);
  const bank = markerBank(() => [click]);
  await bank.load(['bowl-196']);
  const playing = createPerformance({
    context,
    clock,
    destination: recorder.node,
    bank,
    clips: markerClips(() => bufferOf(click)),
    enters: () => false,
    onFault: (fault) => void faults.push(fault),
  });
  clock.set(START, clock.soon(0.2));
  const tick = setInterval(() => playing.topUp(), 100);
  playing.begin(timelineOfCues(cues), START);
  await until(context, clock.when(START) + 2);
  block(5000);
  await until(context, clock.when(START) + 11.5);
  clearInterval(tick);
  const { first, channels } = await recorder.read();
  const heard = [...(channels[0] ?? [])].flatMap((sample, nth) => (sample > 0.1 ? [first + nth] : []));
  const errors = cues.map(({ at }, nth) => Math.abs((heard[nth] ?? Number.NaN) - clock.when(at) * RATE));
  await context.close();
  expect(faults).toEqual([]);
  expect(heard.length).toBe(cues.length);
  expect(Math.max(...errors)).toBeLessThanOrEqual(1);
}, 60_000);
