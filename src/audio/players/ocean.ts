import type { SessionTime } from '#session/units.ts';
import type { LoopId } from '../sounds/sound-ids.ts';
import type { BedGraph } from './beds.ts';
import { chain, loopSource } from './graph.ts';
import type { PlayerParts } from './contract.ts';
import { seaAt, wanderAt } from './swells.ts';

export const OCEAN_LOOPS: readonly LoopId[] = ['ocean-body', 'ocean-foam', 'ocean-floor'];

/**
 * Gains of the loops (which lie at an RMS of .1). Balanced on the spectrogram: centroid 1.5 kHz, between a warm recipe (.8)
 * and a recorded sea (1.9); then all of them for −28 LUFS (measured −28.3, loudness range 7, peak −12.7 dBTP).
 */
const LEVEL = { body: 0.352, bodyAlways: 0.55, foam: 0.234, foamAlways: 1.5, floor: 0.108 };
/** ±22 % of flicker in the foam, up to 13 Hz. */
const FLICKER = { depth: 0.22, perSecond: 26 };

/** Body and foam through a low-pass each that opens with the wave, moved together from side to side; the floor beneath. */
export function createOcean(parts: PlayerParts): BedGraph {
  const { context, seed = 1 } = parts;
  const body = loopSource(parts, 'ocean-body');
  const foam = loopSource(parts, 'ocean-foam');
  const floor = loopSource(parts, 'ocean-floor');
  const bodyTone = movingLowPass(context, 0.6);
  const foamTone = movingLowPass(context, 0.6);
  const bodyGain = new GainNode(context, { gain: 0 });
  const foamGain = new GainNode(context, { gain: 0 });
  const floorGain = new GainNode(context, { gain: 0 });
  const place = new StereoPannerNode(context);
  place.pan.automationRate = 'k-rate';
  chain(body, bodyTone, bodyGain, place);
  chain(foam, foamTone, foamGain, place);
  chain(floor, floorGain);
  return {
    loops: [body, foam, floor],
    outputs: [place, floorGain],
    modulation: {
      params: [
        bodyTone.frequency,
        bodyGain.gain,
        foamTone.frequency,
        foamGain.gain,
        place.pan,
        floorGain.gain,
      ],
      valuesAt: (at) => oceanAt(seed, at),
    },
  };
}

/** A low-pass whose corner is worked out once per 128 samples: sample by sample it costs Chromium ten times as much. */
export function movingLowPass(context: BaseAudioContext, q: number): BiquadFilterNode {
  const filter = new BiquadFilterNode(context, { type: 'lowpass', Q: 20 * Math.log10(q) });
  filter.frequency.automationRate = 'k-rate';
  return filter;
}

/** Body corner, body gain, foam corner, foam gain, pan, floor gain. */
function oceanAt(seed: number, at: SessionTime): readonly number[] {
  const { body, foam, pan } = seaAt(seed, at);
  const height = Math.min(1, body);
  const flicker = 1 + FLICKER.depth * wanderAt(seed + 13, FLICKER.perSecond, at);
  const calm = 1 + 0.2 * Math.sin((2 * Math.PI * at) / 30) + 0.12 * Math.sin((2 * Math.PI * at) / 20);
  return [
    400 + 1800 * height ** 1.2,
    LEVEL.body * (LEVEL.bodyAlways + body),
    2200 + 6500 * Math.min(1, foam),
    LEVEL.foam * (foam * foam + LEVEL.foamAlways * foam) * flicker,
    pan,
    LEVEL.floor * calm,
  ];
}
