import type { Seconds, SessionTime } from '#session/units.ts';
import { hashed } from '../sounds/random.ts';
import type { LoopId } from '../sounds/sound-ids.ts';
import type { BedGraph } from './beds.ts';
import { chain, loopSource } from './graph.ts';
import type { PlayerParts } from './contract.ts';
import { movingLowPass } from './ocean.ts';

export const WIND_LOOPS: readonly LoopId[] = ['wind-air', 'wind-leaves'];

/** A gust is the sum of these slow movements; no two share a multiple within an hour. */
const PERIODS: readonly Seconds[] = [30.7, 19.9, 12.1, 7.3, 4.61];
const WEIGHTS = [0.3, 0.26, 0.2, 0.14, 0.1];

/** Gains of the loops (RMS .1) at a full gust; balanced on the spectrogram, then for −28 LUFS. */
const LEVEL = { air: 0.88, low: 1.03, high: 0.83, leaves: 0.235 };

/** How hard it blows, .22 to .9: calmer than a storm, and never quite still. */
function gustAt(seed: number, at: SessionTime): number {
  const sum = PERIODS.reduce(
    (total, period, nth) =>
      total + (WEIGHTS[nth] ?? 0) * Math.sin(2 * Math.PI * (at / period + hashed(seed + 30, nth))),
    0,
  );
  return 0.56 + 0.34 * sum;
}

/** One wind through a low-pass and two whistling bands, and the leaves: each louder with the gust, in its own way. */
export function createWind(parts: PlayerParts): BedGraph {
  const { context, seed = 1 } = parts;
  const air = loopSource(parts, 'wind-air');
  const leaves = loopSource(parts, 'wind-leaves');
  const deep = movingLowPass(context, 0.707);
  const low = movingBand(context, 3.2);
  const high = movingBand(context, 4);
  const gains = [deep, low, high, leaves].map((from) => {
    const gain = new GainNode(context, { gain: 0 });
    chain(from, gain);
    return gain;
  });
  for (const band of [deep, low, high]) chain(air, band);
  return {
    loops: [air, leaves],
    outputs: gains,
    modulation: {
      params: [deep.frequency, low.frequency, high.frequency, ...gains.map(({ gain }) => gain)],
      valuesAt: (at) => windAt(seed, at),
    },
  };
}

function movingBand(context: BaseAudioContext, q: number): BiquadFilterNode {
  const filter = new BiquadFilterNode(context, { type: 'bandpass', Q: q });
  filter.frequency.automationRate = 'k-rate';
  return filter;
}

/** Corner of the low-pass, centres of the bands, then the gains of low-pass, bands and leaves. */
function windAt(seed: number, at: SessionTime): readonly number[] {
  const g = gustAt(seed, at);
  return [
    160 + 420 * g,
    310 + 190 * g,
    620 + 420 * g,
    LEVEL.air * g,
    LEVEL.low * g ** 1.6,
    -LEVEL.high * g ** 2.2, // turned over: side by side, the two bands would cancel between their centres
    LEVEL.leaves * g ** 1.8,
  ];
}
