import { describe, expect, it } from 'vitest';
import { createModulator } from '../../../src/audio/players/modulation.ts';
import type { PlayerParts } from '../../../src/audio/players/contract.ts';
import { sessionTimeOf as at, type SessionTime } from '../../../src/session/units.ts';
import { RATE } from './stage.ts';

interface Curve {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** A parameter that only remembers what it was handed. */
function listener() {
  const curves: Curve[] = [];
  const param = {
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    setValueCurveAtTime(values: Float32Array, from: number, duration: number) {
      curves.push({ from, to: from + duration, first: values[0] ?? 0, last: values.at(-1) ?? 0 });
    },
  };
  return { curves, param: param as unknown as AudioParam };
}

function modulate(when: (at: SessionTime) => number, clock: { now: number }) {
  const { curves, param } = listener();
  const context = {
    sampleRate: RATE,
    get currentTime() {
      return clock.now;
    },
  };
  const parts = { context, when } as unknown as PlayerParts;
  return { curves, modulator: createModulator(parts, { params: [param], valuesAt: (place) => [place] }) };
}

describe('modulation', () => {
  // Mutant: curves as long as their block -> a quarter of these offsets overlap by a rounding error, which throws in a browser.
  // Mutant: a block that leaves out its last step -> the curves no longer meet.
  it('hands over curves that meet in place and value and never overlap, wherever the clocks stand', () => {
    for (let nth = 0; nth < 200; nth++) {
      const { curves, modulator } = modulate((place) => place + 1234.5678 + nth * 0.0917, { now: 0 });
      modulator.start(at(3.21 + nth));
      modulator.commit(at(90 + nth));
      expect(curves.length).toBeGreaterThan(7);
      for (const [i, curve] of curves.slice(1).entries()) {
        expect(curve.from).toBeGreaterThan(curves[i]?.to ?? Number.NaN);
        expect(curve.from - (curves[i]?.to ?? 0)).toBeLessThan(2.5 / RATE);
        expect(curve.first).toBe(curves[i]?.last);
      }
    }
  });

  it('is taken by a real parameter at any offset', () => {
    for (let nth = 0; nth < 50; nth++) {
      const context = new OfflineAudioContext(1, RATE, RATE);
      const param = new GainNode(context).gain;
      const parts = {
        context,
        when: (place: SessionTime) => place - 37.3 + nth * 0.0317,
      } as unknown as PlayerParts;
      const modulator = createModulator(parts, { params: [param], valuesAt: () => [1] });
      modulator.start(at(37.3));
      expect(() => modulator.commit(at(120))).not.toThrow();
    }
  });

  // Mutant: missedSince returning 0 -> the curve of the block that is past begins late, ends late and overlaps the next.
  it('leaves out what has gone by when the page was held up', () => {
    const clock = { now: 0 };
    const { curves, modulator } = modulate((place) => place, clock);
    modulator.start(at(0));
    modulator.commit(at(10));
    clock.now = 23.46;
    modulator.commit(at(40));
    expect(curves.map(({ from }) => from)).toEqual([0.025, 23.5, 30]);
    for (const { from, first } of curves) expect(first).toBeCloseTo(from, 5);
  });
});
