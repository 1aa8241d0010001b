import type { BedKind } from '#session/layers.ts';
import type { LoopId } from '../sounds/sound-ids.ts';
import { frameAt, loopSource, startLoop, stopAll } from './graph.ts';
import { createModulator, type Modulation } from './modulation.ts';
import { createOcean, OCEAN_LOOPS } from './ocean.ts';
import type { LayerPlayer, PlayerParts } from './contract.ts';
import { createRain, RAIN_LOOPS } from './rain.ts';
import { createWind, WIND_LOOPS } from './wind.ts';

/** Loops, what they run through, and what moves: built once, and left alone until it stops. */
export interface BedGraph {
  readonly loops: readonly AudioBufferSourceNode[];
  /** What is connected to the player's destination. */
  readonly outputs: readonly AudioNode[];
  readonly modulation: Modulation;
}

const STILL: Modulation = { params: [], valuesAt: () => [] };

export function loopsOfBed(bed: BedKind): readonly LoopId[] {
  if (bed === 'ocean') return OCEAN_LOOPS;
  if (bed === 'rain') return RAIN_LOOPS;
  return bed === 'wind' ? WIND_LOOPS : [bed];
}

function graphOf(parts: PlayerParts, bed: BedKind): BedGraph {
  if (bed === 'ocean') return createOcean(parts);
  if (bed === 'rain') return createRain(parts);
  if (bed === 'wind') return createWind(parts);
  const loop = loopSource(parts, bed);
  return { loops: [loop], outputs: [loop], modulation: STILL };
}

export function createBedPlayer(parts: PlayerParts, bed: BedKind): LayerPlayer {
  const { loops, outputs, modulation } = graphOf(parts, bed);
  const modulator = createModulator(parts, modulation);
  for (const output of outputs) output.connect(parts.destination);
  return {
    start(at) {
      const frame = frameAt(parts, at);
      for (const loop of loops) startLoop(loop, frame);
      modulator.start(at);
    },
    commit: (_from, to) => modulator.commit(to),
    update() {}, // a bed has nothing that could bend
    stop: (at) => stopAll(loops, outputs, parts.when(at)),
  };
}
