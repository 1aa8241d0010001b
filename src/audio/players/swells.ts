import type { Seconds, SessionTime } from '#session/units.ts';
import { hashed } from '../sounds/random.ts';

/** The sea at one moment. */
export interface Sea {
  /** How much water moves, 0 to about 1.2: the body's loudness and brightness. */
  readonly body: number;
  /** How much of it breaks, 0 to about 1. */
  readonly foam: number;
  /** Where the wave is, −.35 (left) to .35 (right). */
  readonly pan: number;
}

/** Six swells a minute: a slow breathing rate. Each is early or late by up to LATE, so gaps are 8.5–11 s. */
const GAP: Seconds = 9.75;
const LATE: Seconds = 0.62;
/** A wave begins this long before its crest at most, and is gone this long after it. */
const BEFORE: Seconds = 6;
const AFTER: Seconds = 22;
/** The crest whitens this long before it breaks: any faster, and a sleepy listener starts. */
const FOAM_BEFORE: Seconds = 3;
const WIDTH = 0.35;

interface Swell {
  readonly crest: Seconds;
  readonly amplitude: number;
  readonly rise: Seconds;
  readonly fall: Seconds;
  readonly pan: number;
}

/** Swell `nth` of the endless row; even ones are big, odd ones the small ones between. Negative ones were before Begin. */
function swell(seed: number, nth: number): Swell {
  const dice = (which: number) => hashed(seed + 7919 * which, nth);
  const big = nth % 2 === 0;
  return {
    crest: (nth / 2) * GAP + (2 * dice(1) - 1) * (big ? LATE : 1.4),
    amplitude: big ? 0.68 + 0.32 * dice(2) : 0.3 + 0.16 * dice(2),
    rise: 4.4 + 1.2 * dice(3),
    fall: 0.45 * (4.2 + 1.4 * dice(4)),
    pan: WIDTH * (2 * dice(5) - 1),
  };
}

function bodyOf({ rise, fall }: Swell, since: Seconds): number {
  if (since < -rise) return 0;
  if (since < 0) return ((1 + Math.cos((Math.PI * since) / rise)) / 2) ** 1.4;
  return Math.exp(-since / fall);
}

/** Foam bursts as the wave breaks, and seethes away in two ways: a fast one, and one that lingers. */
function foamOf(since: Seconds): number {
  if (since < -FOAM_BEFORE) return 0;
  if (since < 0) return (1 + Math.cos((Math.PI * since) / FOAM_BEFORE)) / 2;
  return 0.5 * Math.exp(-since / 1.4) + 0.5 * Math.exp(-since / 4.4);
}

/** The sea at any place of the session, without having been through what came before. */
export function seaAt(seed: number, at: SessionTime): Sea {
  let body = 0;
  let foam = 0;
  let weight = 0.02;
  let pan = 0;
  const first = Math.floor((2 * (at - AFTER)) / GAP);
  const last = Math.ceil((2 * (at + BEFORE + 2)) / GAP);
  for (let nth = first; nth <= last; nth++) {
    const wave = swell(seed, nth);
    const since = at - wave.crest;
    const height = wave.amplitude * bodyOf(wave, since);
    const spray = wave.amplitude * foamOf(since);
    body += height ** 2;
    foam += spray ** 2;
    pan += wave.pan * (height + spray);
    weight += height + spray;
  }
  // Waves are different water: they add as powers, and two that meet do not tower.
  return { body: Math.sqrt(body), foam: Math.sqrt(foam), pan: pan / weight };
}

/** A wandering value from −1 to 1 that changes `perSecond` times a second: noise with everything above half of that taken out. */
export function wanderAt(seed: number, perSecond: number, at: SessionTime): number {
  const place = at * perSecond;
  const before = Math.floor(place);
  const share = place - before;
  const eased = share * share * (3 - 2 * share);
  const from = hashed(seed, before);
  return 2 * (from + (hashed(seed, before + 1) - from) * eased) - 1;
}
