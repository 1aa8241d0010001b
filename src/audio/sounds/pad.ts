import type { Hertz, Seconds } from '#session/units.ts';
import { filterLoop, highPass } from './filters.ts';
import { createRandom } from './random.ts';
import { createReverb, type Room } from './reverb.ts';
import { toRms, type Samples } from './samples.ts';

/** One lap. Every tone and every slow movement takes a whole number of turns in it, so the loop has no seam at all. */
const PAD_LAP: Seconds = 48;

/** D2 A2 D3 A3 D4 E4 A4, in equal temperament. */
const CHORD: readonly Hertz[] = [73.42, 110, 146.83, 220, 293.66, 329.63, 440];
/** Three voices a note, detuned in cents; wider for the higher notes. */
const DETUNE = [-2.6, 0, 2.9];
/** How loud each note is: the deep fifth carries, the top only glimmers. Chosen on the spectrogram. */
const NOTE_LEVELS = [0.85, 1, 0.85, 0.6, 0.4, 0.24, 0.2];
/** The low-pass each note is heard through: its middle, and how far it opens and closes. */
const BRIGHTNESS = { hz: 780, swing: 420 };
const HIGHEST_PARTIAL: Hertz = 2600;
const DRY = 0.55;
const WET = 0.75;
const ROOM: Room = { t60: 4.2, dark: 2600, seed: 48 };
/** Partials move this often: slow enough to be cheap, fast enough for swells of seconds. */
const CONTROL_HZ = 50;

/** The warm pad: 48 s of stereo at the given RMS. */
export function renderPad(sampleRate: Hertz, wantedRms: number): Samples[] {
  const length = Math.round(PAD_LAP * sampleRate);
  const left: Samples = new Float32Array(length);
  const right: Samples = new Float32Array(length);
  for (const [nth, hz] of CHORD.entries()) addNote([left, right], nth, hz, sampleRate);
  const channels = inRoom(left, right, sampleRate).map((channel) =>
    filterLoop(channel, highPass(40, 0.707, sampleRate)),
  );
  return toRms(channels, wantedRms);
}

/** The nearest frequency that closes after one lap. */
function closing(hz: Hertz): Hertz {
  return Math.round(hz * PAD_LAP) / PAD_LAP;
}

function addNote(sides: [Samples, Samples], nth: number, hz: Hertz, sampleRate: Hertz): void {
  const random = createRandom(7000 + nth);
  const breathing = { turns: 1 + Math.floor(3.9 * random()), phase: random() };
  const opening = { turns: 1 + (nth % 2), phase: random() };
  for (const [voice, cents] of DETUNE.entries()) {
    const tone = closing(hz * 2 ** ((cents * (1 + 0.2 * nth)) / 1200));
    const pan = (voice - 1) * 0.6 * (nth % 2 === 0 ? 1 : -1);
    const phase = random();
    addSaw(
      sides,
      { hz: tone, phase, pan, amplitude: (NOTE_LEVELS[nth] ?? 0) / 3, breathing, opening },
      sampleRate,
    );
  }
}

/** A slow movement: whole turns a lap, and where in its turn it begins (0 to 1). */
interface Slow {
  readonly turns: number;
  readonly phase: number;
}

interface Saw {
  readonly hz: Hertz;
  readonly phase: number;
  readonly pan: number;
  readonly amplitude: number;
  readonly breathing: Slow;
  readonly opening: Slow;
}

function slow({ turns, phase }: Slow, share: number): number {
  return Math.sin(2 * Math.PI * (turns * share + phase));
}

/** A sawtooth through a second-order low-pass, partial by partial: exactly periodic and free of aliases. */
function addSaw([left, right]: [Samples, Samples], saw: Saw, sampleRate: Hertz): void {
  const angle = ((saw.pan + 1) * Math.PI) / 4;
  const sides = { left: Math.cos(angle), right: Math.sin(angle) };
  const partials = Math.floor(HIGHEST_PARTIAL / saw.hz);
  for (let partial = 1; partial <= partials; partial++) {
    addPartial([left, right], saw, partial, sides, sampleRate);
  }
}

function addPartial(
  [left, right]: [Samples, Samples],
  saw: Saw,
  partial: number,
  sides: { left: number; right: number },
  sampleRate: Hertz,
): void {
  const step = Math.round(sampleRate / CONTROL_HZ);
  const hz = saw.hz * partial;
  const turn = (2 * Math.PI * hz) / sampleRate;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  let gain = partialGain(saw, partial, 0);
  for (let start = 0; start < left.length; start += step) {
    const end = Math.min(start + step, left.length);
    const next = partialGain(saw, partial, end / left.length);
    const rise = (next - gain) / (end - start);
    const angle = 2 * Math.PI * ((((hz * start) / sampleRate) % 1) + saw.phase * partial);
    let x = Math.cos(angle);
    let y = Math.sin(angle);
    for (let i = start; i < end; i++) {
      const sample = y * gain;
      left[i] = (left[i] ?? 0) + sample * sides.left;
      right[i] = (right[i] ?? 0) + sample * sides.right;
      gain += rise;
      const turned = x * cos - y * sin;
      y = x * sin + y * cos;
      x = turned;
    }
    gain = next;
  }
}

/** How loud a partial is at a place of the lap (0 to 1): the saw's 1/n, the low-pass as it stands there, the note's own breathing. */
function partialGain(saw: Saw, partial: number, share: number): number {
  const corner = BRIGHTNESS.hz + BRIGHTNESS.swing * slow(saw.opening, share);
  const ratio = (saw.hz * partial) / corner;
  const breathing = 0.7 + 0.3 * slow(saw.breathing, share);
  return (saw.amplitude * breathing) / partial / Math.sqrt(1 + ratio ** 4);
}

/** The room's answer, wrapped round: the first lap fills the room, the second is the one that is kept. */
function inRoom(left: Samples, right: Samples, sampleRate: Hertz): Samples[] {
  const reverb = createReverb(ROOM, sampleRate);
  const answer: [number, number] = [0, 0];
  const filling = Math.max(0, left.length - Math.round(3 * ROOM.t60 * sampleRate));
  for (let i = filling; i < left.length; i++) reverb.process(((left[i] ?? 0) + (right[i] ?? 0)) / 2, answer);
  const out = [new Float32Array(left.length), new Float32Array(left.length)] as const;
  for (let i = 0; i < left.length; i++) {
    const l = left[i] ?? 0;
    const r = right[i] ?? 0;
    reverb.process((l + r) / 2, answer);
    out[0][i] = DRY * l + WET * answer[0];
    out[1][i] = DRY * r + WET * answer[1];
  }
  return [...out];
}
