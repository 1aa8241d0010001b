import type { Hertz, Seconds } from '#session/units.ts';

/** A context whose audio thread did nothing for so long was frozen, wedged or asleep; an underrun is far shorter. */
const STANDSTILL_MS = 1000;
/** Over so long it opens: what is sent may be at its fullest. */
const OPENING: Seconds = 0.25;

/** Stands on the audio thread, where nothing is late: what was handed over before a standstill does not sound after it. */
export interface StandstillGate {
  /** While something sounds that may not go on after a standstill; either way the gate opens. */
  readonly arm: (armed: boolean) => void;
  /** At each block, by the wall clock: what may not be heard is made silent. Told once where it shuts. */
  readonly pass: (nowMs: number, sides: readonly Float32Array[]) => void;
}

/** `onShut` is told how many milliseconds nothing was done, as far as the wall clock knows. */
export function createStandstillGate(rate: Hertz, onShut: (lastedMs: number) => void): StandstillGate {
  let armed = false;
  let shut = false;
  let opened = 1;
  let lastMs = Number.POSITIVE_INFINITY;
  const look = (nowMs: number) => {
    const lastedMs = nowMs - lastMs;
    lastMs = nowMs;
    if (lastedMs <= STANDSTILL_MS || !armed || shut) return;
    shut = true;
    opened = 0;
    onShut(lastedMs);
  };
  return {
    arm(wanted) {
      armed = wanted;
      shut = false;
    },
    pass(nowMs, sides) {
      look(nowMs);
      if (opened === 1) return;
      const from = opened;
      for (const side of sides)
        for (let i = 0; i < side.length; i++) {
          opened = shut ? 0 : Math.min(1, from + (i + 1) / (OPENING * rate));
          side[i] = (side[i] ?? 0) * opened;
        }
    },
  };
}
