import { expect, it } from 'vitest';
import { gatedLoudness, highestOf, integrated, truePeak, truePeakOfSlow } from './measure.ts';

const RATE = 48_000;
const sine = (seconds: number, hz: number, amplitude: number, phase = 0) =>
  Float32Array.from(
    { length: seconds * RATE },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / RATE + phase),
  );

it('a full sine at 1 kHz is −3 LUFS, as BS.1770 says', () => {
  expect(integrated([sine(2, 997, 1)])).toBeCloseTo(-3.01, 1);
  expect(gatedLoudness([sine(2, 997, 1)])).toBeCloseTo(-3.01, 1);
});

it('a rest and a faint hiss do not make what is heard less loud', () => {
  const spoken = new Float32Array(RATE * 6);
  spoken.set(sine(2, 997, 0.1));
  spoken.set(sine(4, 997, 0.0004), RATE * 2);
  expect(integrated([spoken])).toBeLessThan(-27);
  expect(gatedLoudness([spoken])).toBeGreaterThan(-23.5);
});

it('a peak between two samples is found, where there is nothing above a quarter of the rate', () => {
  const between = sine(0.2, 12_000, 0.5, Math.PI / 4).map(
    (sample, i, { length }) => sample * Math.sin((Math.PI * i) / length),
  );
  expect(highestOf(between)).toBeCloseTo(0.5 * Math.SQRT1_2, 3);
  expect(truePeakOfSlow(between)).toBeCloseTo(0.5, 2);
  expect(truePeakOfSlow(between)).toBeCloseTo(truePeak(between), 6);
});
