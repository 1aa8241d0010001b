import type { Hertz } from '#session/units.ts';
import { bandPass, filterLoop, highPass, lowPass, type Biquad } from './filters.ts';
import { stereoNoiseLoop, noiseLoop } from './noise.ts';
import { renderPad } from './pad.ts';
import { renderDrops } from './rain-drops.ts';
import { mixInto, toRms, type Samples } from './samples.ts';
import type { LoopId } from './sound-ids.ts';

/**
 * How loud each loop is written. Measured with ffmpeg's ebur128 so that the raw bed is −28 LUFS at 0 dB;
 * the loops that a player moves lie at a common RMS and get their gain there.
 */
const RMS = { pink: 0.0248, brown: 0.0416, pad: 0.0327, rain: 0.022, drops: 0.0059, live: 0.1 } as const;

type Recipe = (sampleRate: Hertz) => Samples[];

function through(channels: Samples[], ...filters: Biquad[]): Samples[] {
  for (const channel of channels) for (const filter of filters) filterLoop(channel, filter);
  return channels;
}

/** Of prime lengths (7, 11, 13 s), so that two loops together do not come round for minutes. */
const RECIPES: Readonly<Record<LoopId, Recipe>> = {
  pink: (sampleRate) =>
    toRms(stereoNoiseLoop({ colour: 'pink', duration: 13, sampleRate, seed: 13 }), RMS.pink),
  brown: (sampleRate) =>
    toRms(stereoNoiseLoop({ colour: 'brown', duration: 11, sampleRate, seed: 11 }), RMS.brown),
  'ocean-floor': (sampleRate) => toRms(oceanFloor(sampleRate), RMS.live),
  'ocean-body': (sampleRate) => {
    const pink = stereoNoiseLoop({ colour: 'pink', duration: 11, sampleRate, seed: 1100 });
    return toRms(through(pink, highPass(250, 0.707, sampleRate)), RMS.live);
  },
  'ocean-foam': (sampleRate) => {
    const white = stereoNoiseLoop({ colour: 'white', duration: 13, sampleRate, seed: 1300 });
    return toRms(through(white, highPass(650, 0.707, sampleRate)), RMS.live);
  },
  rain: (sampleRate) => {
    const pink = stereoNoiseLoop({ colour: 'pink', duration: 13, sampleRate, seed: 1301 });
    const white = stereoNoiseLoop({ colour: 'white', duration: 13, sampleRate, seed: 1302 });
    toRms(through(pink, highPass(320, 0.707, sampleRate), lowPass(9500, 0.707, sampleRate)), 0.04);
    toRms(through(white, highPass(3500, 0.707, sampleRate)), 0.011);
    return toRms(together(pink, white), RMS.rain);
  },
  'rain-drops': (sampleRate) => renderDrops(sampleRate, RMS.drops),
  'wind-air': (sampleRate) => {
    const pink = stereoNoiseLoop({ colour: 'pink', duration: 11, sampleRate, seed: 1101 });
    return toRms(through(pink, highPass(110, 0.707, sampleRate)), RMS.live);
  },
  'wind-leaves': (sampleRate) => {
    const pink = stereoNoiseLoop({ colour: 'pink', duration: 7, sampleRate, seed: 701 });
    return toRms(
      through(pink, highPass(1400, 0.707, sampleRate), lowPass(5200, 0.707, sampleRate)),
      RMS.live,
    );
  },
  pad: (sampleRate) => renderPad(sampleRate, RMS.pad),
  'breath-air': (sampleRate) => {
    const pink = [noiseLoop({ colour: 'pink', duration: 7, sampleRate, seed: 702 })];
    return toRms(through(pink, highPass(300, 0.707, sampleRate)), RMS.live);
  },
};

/** What the sea does between the waves: a distant rumble, and a thin air over it. */
function oceanFloor(sampleRate: Hertz): Samples[] {
  const rumble = stereoNoiseLoop({ colour: 'pink', duration: 7, sampleRate, seed: 700 });
  const air = stereoNoiseLoop({ colour: 'pink', duration: 7, sampleRate, seed: 710 });
  toRms(through(rumble, lowPass(150, 0.707, sampleRate), highPass(45, 0.707, sampleRate)), 0.4);
  toRms(through(air, bandPass(1565, 0.56, sampleRate)), 0.6);
  return together(rumble, air);
}

function together(channels: Samples[], others: Samples[]): Samples[] {
  return channels.map((channel, side) => mixInto(channel, others[side] ?? new Float32Array(0)));
}

export function renderLoop(id: LoopId, sampleRate: Hertz): Samples[] {
  return RECIPES[id](sampleRate);
}
