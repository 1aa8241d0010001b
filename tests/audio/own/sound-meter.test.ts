import { describe, expect, it } from 'vitest';
import { createSoundMeter } from '#audio/own/sound-meter.ts';
import { ownGain } from '#audio/own/measured.ts';
import { stereoNoiseLoop } from '#audio/sounds/noise.ts';
import { renderBell } from '#audio/sounds/bells.ts';
import { createRandom } from '#audio/sounds/random.ts';
import { gatedLoudness, truePeak } from '../sounds/measure.ts';

const RATE = 48_000;

function sine(hz: number, seconds: number, amplitude: number, rate = RATE, phase = 0): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / rate + phase),
  );
}

function metered(channels: readonly Float32Array[], rate = RATE, pieces: () => number = () => 1152) {
  const meter = createSoundMeter(rate, channels.length === 1 ? 1 : 2);
  const length = channels[0]?.length ?? 0;
  for (let from = 0; from < length;) {
    const to = Math.min(length, from + pieces());
    meter.add(channels.map((channel) => channel.subarray(from, to)));
    from = to;
  }
  return meter.result();
}

describe('the meter of own sounds', () => {
  // Mutants: one channel as one, a peak meter that forgets the last piece's end -> fail.
  it('[OWN1] agrees with the recommendation: a sine of 997 Hz at full scale in one channel is −3.01 LUFS', () => {
    const one = sine(997, 5, 1);
    expect(metered([one, new Float32Array(one.length)]).loudness).toBeCloseTo(-3.01, 1);
    expect(metered([one, one]).loudness).toBeCloseTo(0, 1);
    expect(metered([one]).loudness).toBeCloseTo(0, 1); // heard from both sides
  });

  it.each([8000, 22_050, 44_100, 96_000])('[OWN1] is the same at %i Hz', (rate) => {
    const one = sine(997, 5, 0.1, rate);
    expect(metered([one, one], rate).loudness).toBeCloseTo(-20, 1);
  });

  it('[OWN1] agrees with the other meter of these tests, whatever the pieces', () => {
    const random = createRandom(3);
    const noise = stereoNoiseLoop({ colour: 'pink', duration: 6, sampleRate: RATE, seed: 5 });
    const bell = [renderBell('bowl-196', false, RATE), renderBell('bowl-196', false, RATE)]
      .flat()
      .slice(0, 2);
    for (const channels of [noise, bell]) {
      const measured = metered(channels, RATE, () => 1 + Math.floor(random() * 9000));
      expect(measured.loudness).toBeCloseTo(gatedLoudness(channels), 1);
      expect(measured.truePeak).toBeCloseTo(20 * Math.log10(Math.max(...channels.map(truePeak))), 1);
    }
  });

  it('[OWN1] leaves silence out of account, and says of nothing but silence that it is none', () => {
    const tone = sine(400, 4, 0.1);
    const rested = new Float32Array(tone.length * 4);
    rested.set(tone);
    expect(metered([rested, rested]).loudness).toBeCloseTo(metered([tone, tone]).loudness, 0);
    expect(metered([new Float32Array(RATE)])).toEqual({ loudness: -Infinity, truePeak: -Infinity });
  });

  it('[OWN1] sees peaks between samples', () => {
    const hidden = sine(RATE / 4, 0.5, 1, RATE, Math.PI / 4); // never sampled above 0.707
    expect(metered([hidden]).truePeak).toBeGreaterThan(-0.5);
  });
});

describe('the gain of an own sound', () => {
  it('[OWN2] brings it to −28 LUFS as a bed and −23 as a bell, and no peak above −3 dBTP', () => {
    expect(ownGain({ loudness: -9, truePeak: 0.4 }, 'bed')).toBe(-19);
    expect(ownGain({ loudness: -9, truePeak: 0.4 }, 'bell')).toBe(-14);
    expect(ownGain({ loudness: -50, truePeak: -20 }, 'bed')).toBe(17);
  });
});
