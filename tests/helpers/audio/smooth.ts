import type { ClipLoader } from '#audio/clip-loader.ts';
import type { SoundBank } from '#audio/sounds/sound-bank.ts';
import { bufferOf, markerBank, markerClips, RATE, samples } from './markers.ts';

/** How high the marker sounds are. */
export const HEIGHT = 0.2;

/** A raised-cosine edge at either end, `fade` seconds long. */
function edge(i: number, length: number, fade: number): number {
  const inside = Math.min(i, length - 1 - i) / (fade * RATE);
  return inside >= 1 ? 1 : (1 - Math.cos(Math.PI * inside)) / 2;
}

/** A low tone that begins and ends softly: any jump in it was put there by who plays it. */
export function hum(seconds: number): Float32Array<ArrayBuffer> {
  const length = Math.round(seconds * RATE);
  return samples(seconds, (i) => HEIGHT * Math.sin((2 * Math.PI * 50 * i) / RATE) * edge(i, length, 0.1));
}

/** Loops that stand still, so that what is heard of a bed is its gain alone; bells that hum. */
export function smoothBank(): SoundBank {
  const bell = hum(24);
  const still = samples(1, () => HEIGHT);
  return markerBank((id) => (id.startsWith('bowl') ? [bell] : [still, still]));
}

export function smoothClips(durationOf: (line: string) => number | undefined): ClipLoader {
  const made = new Map<number, AudioBuffer>();
  return markerClips((line) => {
    const seconds = durationOf(line);
    if (seconds === undefined) return undefined;
    const known = made.get(seconds) ?? bufferOf(hum(seconds));
    made.set(seconds, known);
    return known;
  });
}
