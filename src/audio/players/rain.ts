import type { LoopId } from '../sounds/sound-ids.ts';
import type { BedGraph } from './beds.ts';
import { chain, loopSource } from './graph.ts';
import type { PlayerParts } from './contract.ts';
import { wanderAt } from './swells.ts';

export const RAIN_LOOPS: readonly LoopId[] = ['rain', 'rain-drops'];

/** Rain gets ±13 % heavier and lighter, over a quarter of a minute. */
const GUSTS = { depth: 0.13, perSecond: 0.07 };

export function createRain(parts: PlayerParts): BedGraph {
  const { context, seed = 1 } = parts;
  const rain = loopSource(parts, 'rain');
  const drops = loopSource(parts, 'rain-drops');
  const gain = new GainNode(context, { gain: 0 });
  chain(rain, gain);
  return {
    loops: [rain, drops],
    outputs: [gain, drops],
    modulation: {
      params: [gain.gain],
      valuesAt: (at) => [1 + GUSTS.depth * wanderAt(seed + 260, GUSTS.perSecond, at)],
    },
  };
}
