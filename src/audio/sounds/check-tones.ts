import type { Decibels, Hertz, Seconds } from '#session/units.ts';
import type { Samples } from './samples.ts';

interface Note {
  readonly hz: Hertz;
  readonly at: Seconds;
  readonly duration: Seconds;
}

/** Two soft notes, the same for either ear: nothing but the ear tells the side. */
const EAR_NOTES: readonly Note[] = [
  { hz: 329.6, at: 0, duration: 0.6 },
  { hz: 440, at: 0.35, duration: 0.75 },
];
const EAR_SECONDS: Seconds = 1.1;
/** A wooden tick: long enough to have a place, too short to have a pitch. */
const TICK: Note = { hz: 1_150, at: 0, duration: 0.06 };
const PEAK: Decibels = -15;
/** The ear takes what rises quicker than this for a click. */
const ATTACK: Seconds = 0.03;
const TICK_ATTACK: Seconds = 0.003;

/** What is sounded in one ear of a sound check, mono. */
export function renderEarTone(sampleRate: Hertz): Samples {
  const samples: Samples = new Float32Array(Math.round(EAR_SECONDS * sampleRate));
  for (const note of EAR_NOTES) addNote(samples, note, ATTACK, sampleRate);
  return samples;
}

/** One tick to tap along with, mono: its onset is the first sample. */
export function renderTick(sampleRate: Hertz): Samples {
  const samples: Samples = new Float32Array(Math.round(TICK.duration * sampleRate));
  addNote(samples, TICK, TICK_ATTACK, sampleRate);
  return samples;
}

/** A sine that swells in a raised cosine and dies away to nothing at its end. */
function addNote(samples: Samples, { hz, at, duration }: Note, attack: Seconds, sampleRate: Hertz): void {
  const first = Math.round(at * sampleRate);
  const length = Math.min(samples.length - first, Math.round(duration * sampleRate));
  const peak = 10 ** (PEAK / 20);
  for (let i = 0; i < length; i++) {
    const seconds = i / sampleRate;
    const rise = seconds < attack ? (1 - Math.cos((Math.PI * seconds) / attack)) / 2 : 1;
    const fall = (1 - i / length) ** 2;
    const sample = Math.sin(2 * Math.PI * hz * seconds) * rise * fall * peak;
    samples[first + i] = (samples[first + i] ?? 0) + sample;
  }
}
