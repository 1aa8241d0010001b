import { BELL_SECONDS, type BellId } from '#session/cues.ts';
import type { Decibels, Hertz, Seconds } from '#session/units.ts';
import { bandPass, filterOnce } from './filters.ts';
import { createRandom } from './random.ts';
import { createReverb, type Room } from './reverb.ts';
import { mixInto, type Samples } from './samples.ts';

/** One way a bell swings: two tones `split` apart, whose beating is the life of a bowl. */
export interface Mode {
  /** Frequency, as a multiple of the fundamental. */
  readonly ratio: number;
  readonly level: Decibels;
  readonly split: Hertz;
  /** Time to fall by 60 dB. */
  readonly t60: Seconds;
  /** Time constant of its beginning: the deep ones swing up slowly. */
  readonly attack: Seconds;
}

export interface Bell {
  readonly fundamental: Hertz;
  readonly modes: readonly Mode[];
  /** Brings its loudest 3 s (EBU R 128 short-term maximum) to −23 LUFS, measured with ffmpeg's ebur128; the small bell, whose sound is all in the beginning, to −25. */
  readonly gain: Decibels;
}

/** Ratio, dB, split Hz, T60 s, attack ms. Measured on recordings of a bowl near 196 Hz. */
type ModeRow = readonly [number, number, number, number, number];
const BOWL: readonly ModeRow[] = [
  [1, 0, 0.55, 21, 60],
  [2.872, -3, 0.9, 15, 18],
  [5.46, -10, 1.6, 9, 8],
  [5.74, -26, 0.7, 8, 6],
  [8.6, -21, 2.3, 5.5, 4],
  [12.24, -29, 3.1, 3.4, 3],
  [16.2, -37, 4.2, 2, 2],
  [20.6, -43, 5, 1.2, 2],
];
/** A small bell's modes lie closer and die sooner; its attack is rounded, so that it does not startle. Chosen, not measured. */
const SMALL: readonly ModeRow[] = [
  [1, 0, 0.8, 7, 14],
  [2.71, -9, 1.7, 3.6, 8],
  [5.15, -19, 2.6, 1.8, 5],
  [8.2, -30, 3.5, 0.9, 3],
];

/** Bigger bowls ring longer, and beat slower. */
function modes(rows: readonly ModeRow[], longer = 1): Mode[] {
  return rows.map(([ratio, level, split, t60, attack]) => ({
    ratio,
    level,
    split: split / longer,
    t60: t60 * longer,
    attack: attack / 1000,
  }));
}

export const BELL_MAKE: Readonly<Record<BellId, Bell>> = {
  'bowl-196': { fundamental: 196, modes: modes(BOWL), gain: -13.6 },
  'bowl-262': { fundamental: 262, modes: modes(BOWL, 0.83), gain: -13.2 },
  'bowl-110': { fundamental: 110, modes: modes(BOWL, 1.2), gain: -14.1 },
  'small-bell': { fundamental: 880, modes: modes(SMALL), gain: -12 },
};

/** The two tones of a mode, in amplitude: unequal, so that the beating never falls to nothing. */
const STRONGER = 0.56;
const WEAKER = 0.44;
/** How far apart the two tones of a mode stand, 0 to 1. */
const APART = 0.25;
/** What a soft strike takes from the modes above the fifth partial. */
const SOFTER: Decibels = -8;
const SOFT_ABOVE = 5;
/** A bell has faded into silence by its end. */
const FADE_OUT: Seconds = 2;
/** A mode this far down is left out. */
const INAUDIBLE: Decibels = -100;
const ROOM: Room = { t60: 2.4, dark: 5200, seed: 24 };
const ROOM_SHARE = 0.22;
/** The soft thud of the mallet: 9 ms of noise around 900 Hz. */
const MALLET = { hz: 900, q: 0.8, decay: 0.009, level: -20 };

/** A bell struck once, stereo: its onset is the first sample. */
export function renderBell(id: BellId, soft: boolean, sampleRate: Hertz): Samples[] {
  const bell = BELL_MAKE[id];
  const length = Math.round(BELL_SECONDS[id] * sampleRate);
  const left: Samples = new Float32Array(length);
  const right: Samples = new Float32Array(length);
  for (const [nth, mode] of bell.modes.entries()) {
    const level = mode.level + (soft && mode.ratio > SOFT_ABOVE ? SOFTER : 0);
    strikeMode([left, right], { ...mode, level }, nth, bell.fundamental, sampleRate);
  }
  const mallet = malletNoise(soft, sampleRate);
  mixInto(left, mallet);
  mixInto(right, mallet);
  addRoom(left, right, sampleRate);
  finish([left, right], 10 ** (bell.gain / 20), sampleRate);
  return [left, right];
}

function strikeMode(
  sides: [Samples, Samples],
  mode: Mode,
  nth: number,
  fundamental: Hertz,
  sampleRate: Hertz,
): void {
  const amplitude = 10 ** (mode.level / 20);
  const turn = nth % 2 === 0 ? 1 : -1;
  const centre = fundamental * mode.ratio;
  const tones = [
    { hz: centre - mode.split / 2, share: STRONGER, pan: APART * turn },
    { hz: centre + mode.split / 2, share: WEAKER, pan: -APART * turn },
  ];
  for (const { hz, share, pan } of tones) {
    if (hz > 0.45 * sampleRate) continue;
    const angle = ((pan + 1) * Math.PI) / 4;
    const gains: [number, number] = [
      Math.cos(angle) * amplitude * share,
      Math.sin(angle) * amplitude * share,
    ];
    addTone(sides, { hz, t60: mode.t60, attack: mode.attack, gains, level: mode.level }, sampleRate);
  }
}

interface Tone {
  readonly hz: Hertz;
  readonly t60: Seconds;
  readonly attack: Seconds;
  readonly gains: readonly [left: number, right: number];
  readonly level: Decibels;
}

/** A decaying sine as a phasor that turns and shrinks by one multiplication a sample. */
function addTone([left, right]: [Samples, Samples], tone: Tone, sampleRate: Hertz): void {
  const turn = (2 * Math.PI * tone.hz) / sampleRate;
  const shrink = 10 ** (-3 / (tone.t60 * sampleRate));
  const cos = Math.cos(turn) * shrink;
  const sin = Math.sin(turn) * shrink;
  const closing = Math.exp(-1 / (tone.attack * sampleRate));
  const audible = (tone.t60 * (tone.level - INAUDIBLE)) / 60;
  const length = Math.min(left.length, Math.round(audible * sampleRate));
  let x = 1;
  let y = 0;
  let closed = 1;
  for (let i = 0; i < length; i++) {
    const sample = y * (1 - closed);
    left[i] = (left[i] ?? 0) + sample * tone.gains[0];
    right[i] = (right[i] ?? 0) + sample * tone.gains[1];
    const turned = x * cos - y * sin;
    y = x * sin + y * cos;
    x = turned;
    closed *= closing;
  }
}

function malletNoise(soft: boolean, sampleRate: Hertz): Samples {
  const random = createRandom(900);
  const noise: Samples = new Float32Array(Math.round(8 * MALLET.decay * sampleRate));
  const amplitude = 10 ** ((MALLET.level + (soft ? SOFTER : 0)) / 20);
  const rise = 0.001 * sampleRate;
  for (let i = 0; i < noise.length; i++) {
    const envelope = Math.exp(-i / (MALLET.decay * sampleRate)) * Math.min(1, i / rise);
    noise[i] = (2 * random() - 1) * envelope * amplitude * MALLET_MAKE_UP;
  }
  return filterOnce(noise, bandPass(MALLET.hz, MALLET.q, sampleRate));
}

/** What the narrow filter takes from white noise of RMS .58, given back: its level is then that of its band. */
const MALLET_MAKE_UP = 8;

function addRoom(left: Samples, right: Samples, sampleRate: Hertz): void {
  const reverb = createReverb(ROOM, sampleRate);
  const answer: [number, number] = [0, 0];
  for (let i = 0; i < left.length; i++) {
    const l = left[i] ?? 0;
    const r = right[i] ?? 0;
    reverb.process((l + r) / 2, answer);
    left[i] = l + ROOM_SHARE * answer[0];
    right[i] = r + ROOM_SHARE * answer[1];
  }
}

function finish(channels: Samples[], gain: number, sampleRate: Hertz): void {
  const fade = FADE_OUT * sampleRate;
  for (const channel of channels) {
    for (let i = 0; i < channel.length; i++) {
      const left = Math.min(1, (channel.length - 1 - i) / fade);
      channel[i] = (channel[i] ?? 0) * gain * left * left * (3 - 2 * left);
    }
  }
}
