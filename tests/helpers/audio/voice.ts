import { createRandom } from '#audio/sounds/random.ts';

export interface Spoken {
  readonly rate: number;
  /** Seconds of room before the words, the words themselves, and room after them. */
  readonly before: number;
  readonly words: number;
  readonly after: number;
  /** Peak of the voice, 0 to 1. */
  readonly height: number;
  /** RMS of the room, 0 to 1. */
  readonly room: number;
  readonly seed?: number;
}

/**
 * Something like a voice: pulses at 120 to 150 Hz that ring at the places of a vowel, in syllables of different
 * strength, in a room that hisses.
 */
export function spoken({
  rate,
  before,
  words,
  after,
  height,
  room,
  seed = 1,
}: Spoken): Float32Array<ArrayBuffer> {
  const random = createRandom(seed);
  const samples = Float32Array.from(
    { length: Math.round((before + words + after) * rate) },
    () => (random() - 0.5) * Math.sqrt(12) * room,
  );
  const voice = vowels(Math.round(words * rate), rate, random);
  const first = Math.round(before * rate);
  for (const [i, sample] of voice.entries()) samples[first + i] = (samples[first + i] ?? 0) + sample * height;
  return samples;
}

function vowels(length: number, rate: number, random: () => number): Float32Array {
  const voice = new Float32Array(length);
  const syllables = Math.max(1, Math.round((length / rate) * 3));
  const strengths = Array.from({ length: syllables }, () => 0.35 + 0.65 * random());
  for (let pulse = 0; pulse < length; pulse += Math.round(rate / (120 + 30 * random()))) {
    const part = (pulse / length) * syllables;
    const strength = (strengths[Math.floor(part)] ?? 0) * Math.sin(Math.PI * (part % 1)) ** 0.4;
    for (let i = 0; i < rate / 100 && pulse + i < length; i++)
      voice[pulse + i] = (voice[pulse + i] ?? 0) + strength * ringing(i / rate);
  }
  const most = voice.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0);
  return voice.map((sample) => sample / most);
}

function ringing(seconds: number): number {
  return [650, 1100, 2500, 3400].reduce(
    (sum, hz, nth) =>
      sum + Math.sin(2 * Math.PI * hz * seconds) * Math.exp(-seconds * (300 + 150 * nth)) * 0.6 ** nth,
    0,
  );
}
