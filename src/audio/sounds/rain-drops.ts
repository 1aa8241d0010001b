import type { Hertz, Seconds } from '#session/units.ts';
import { createRandom } from './random.ts';
import { toRms, type Samples } from './samples.ts';

const DROPS_LAP: Seconds = 20;

/** Small drops on leaves, a second and side. */
const TICKS_A_SECOND = 260;
/** Drops into water, a second, somewhere between left and right. */
const DRIPS_A_SECOND = 5;
const DRIP_LEVEL = 0.5;

/** 20 s of single drops, stereo; a drop that rings over the end goes on at the beginning, so the loop has no seam. */
export function renderDrops(sampleRate: Hertz, wantedRms: number): Samples[] {
  const length = Math.round(DROPS_LAP * sampleRate);
  const left: Samples = new Float32Array(length);
  const right: Samples = new Float32Array(length);
  for (const [nth, side] of [left, right].entries()) addTicks(side, createRandom(260 + nth), sampleRate);
  addDrips([left, right], createRandom(5), sampleRate);
  return toRms([left, right], wantedRms);
}

function addTicks(side: Samples, random: () => number, sampleRate: Hertz): void {
  for (let nth = 0; nth < TICKS_A_SECOND * DROPS_LAP; nth++) {
    const at = Math.floor(random() * side.length);
    const hz = 2200 + 5200 * random();
    const decay = 0.0016 + 0.002 * random();
    addDrop(side, { at, hz, rise: 0, decay, level: random() ** 3 }, sampleRate);
  }
}

function addDrips([left, right]: [Samples, Samples], random: () => number, sampleRate: Hertz): void {
  for (let nth = 0; nth < DRIPS_A_SECOND * DROPS_LAP; nth++) {
    const at = Math.floor(random() * left.length);
    const hz = 700 + 1900 * random();
    // The decay rate a second of a bubble of that frequency: small bubbles are brief.
    const decay = 1 / (0.35 * (0.13 * hz + 0.0072 * hz ** 1.5));
    const drop = { at, hz, rise: 0.25 * hz, decay, level: DRIP_LEVEL * random() ** 2 };
    const angle = (random() * Math.PI) / 2;
    addDrop(left, { ...drop, level: drop.level * Math.cos(angle) }, sampleRate);
    addDrop(right, { ...drop, level: drop.level * Math.sin(angle) }, sampleRate);
  }
}

interface Drop {
  /** The sample it falls on. */
  readonly at: number;
  readonly hz: Hertz;
  /** How much higher it is after one decay time: a closing bubble. */
  readonly rise: Hertz;
  /** Time constant in seconds. */
  readonly decay: Seconds;
  readonly level: number;
}

function addDrop(side: Samples, { at, hz, rise, decay, level }: Drop, sampleRate: Hertz): void {
  const count = Math.round(7 * decay * sampleRate);
  const attack = 0.0003 * sampleRate;
  for (let i = 0; i < count; i++) {
    const t = i / sampleRate;
    const envelope = Math.exp(-t / decay) * Math.min(1, i / attack);
    const place = (at + i) % side.length;
    const cycles = hz * t + (rise * t * t) / (2 * decay);
    side[place] = (side[place] ?? 0) + level * envelope * Math.sin(2 * Math.PI * cycles);
  }
}
