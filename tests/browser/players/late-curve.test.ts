import { expect, it } from 'vitest';
import type { PlayerParts } from '../../../src/audio/players/contract.ts';
import { createModulator } from '../../../src/audio/players/modulation.ts';
import type { SessionTime } from '../../../src/session/units.ts';
import { at, RATE } from './stage.ts';

/** The audio clock goes on by so much between being asked and being written to: what a busy main thread does. */
const SLIPPED = 0.06;
const HELD_UP = 2;
const SECONDS = 24;

/** Rises by one every 100 s. */
const rising = (place: SessionTime) => [1 + place / 100];

// Mutant: draw() without its second try -> fails: "setValueCurveAtTime(…, 10, 9.99…) overlaps", and no block after it is written.
it('[M20] a curve that is written late does not keep the next ones from being written: they begin a step later, and go where they should', async () => {
  const context = new OfflineAudioContext(1, SECONDS * RATE, RATE);
  const source = new ConstantSourceNode(context, { offset: 0 });
  source.connect(context.destination);
  source.start();
  let slipped = 0;
  const parts = {
    context: {
      sampleRate: RATE,
      get currentTime() {
        return context.currentTime - slipped;
      },
    },
    when: (place: SessionTime) => place,
  } as unknown as PlayerParts;
  const modulator = createModulator(parts, { params: [source.offset], valuesAt: rising });
  modulator.start(at(0));
  const held = context.suspend(HELD_UP).then(() => {
    slipped = SLIPPED;
    modulator.commit(at(SECONDS));
    slipped = 0;
    return context.resume();
  });
  const [buffer] = await Promise.all([context.startRendering(), held]);
  const samples = buffer.getChannelData(0);
  const off = (place: number) => Math.abs((samples[Math.round(place * RATE)] ?? 9) - (1 + place / 100));
  for (const place of [9.5, 10.2, 15, 19.9, 20.1, 23.5]) expect(off(place)).toBeLessThan(0.001);
});
