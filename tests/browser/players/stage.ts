import type { LayerPlayer } from '../../../src/audio/players/contract.ts';
import { createLayerPlayer, soundsOf } from '../../../src/audio/players/player.ts';
import { renderSound } from '../../../src/audio/sounds/render-sound.ts';
import { createSoundBank } from '../../../src/audio/sounds/sound-bank.ts';
import type { LayerSound } from '../../../src/session/layers.ts';
import { sessionTimeOf, START, type SessionTime } from '../../../src/session/units.ts';

export const RATE = 48_000;
export const at = sessionTimeOf;

const bank = createSoundBank(RATE, (id, rate) => Promise.resolve(renderSound(id, rate)));

interface Performance {
  readonly sounds: readonly LayerSound[];
  /** Where the session stands when the context begins. */
  readonly from?: SessionTime;
  readonly seconds: number;
  /** Windows of commits; all in one by default. */
  readonly windows?: readonly number[];
  /** What happens to the players after they have been begun. */
  readonly then?: (player: LayerPlayer) => void;
}

/** Renders players begun at `from`: left and right, whose first sample is `from`. */
export async function perform({
  sounds,
  from = START,
  seconds,
  windows,
  then,
}: Performance): Promise<Float32Array[]> {
  await bank.load(sounds.flatMap(soundsOf));
  const context = new OfflineAudioContext(2, Math.round(seconds * RATE), RATE);
  const when = (place: SessionTime) => place - from;
  for (const sound of sounds) {
    const player = createLayerPlayer({ context, destination: context.destination, sound, when, bank });
    player.start(from);
    const edges = [from, ...(windows ?? []).map((edge) => from + edge), from + seconds];
    for (const [nth, edge] of edges.slice(1).entries()) player.commit(at(edges[nth] ?? 0), at(edge));
    then?.(player);
  }
  const buffer = await context.startRendering();
  return [buffer.getChannelData(0), buffer.getChannelData(1)];
}

/** The part of a rendering between two places, in seconds after its beginning. */
export function part(samples: Float32Array | undefined, from: number, to: number): Float32Array {
  return (samples ?? new Float32Array()).subarray(Math.round(from * RATE), Math.round(to * RATE));
}

/** How far one sound is from another, in dB of the first: −60 is a thousandth. */
export function distance(one: Float32Array, other: Float32Array): number {
  let apart = 0;
  let size = 0;
  for (const [i, sample] of one.entries()) {
    apart += (sample - (other[i] ?? 9)) ** 2;
    size += sample ** 2;
  }
  return 10 * Math.log10(apart / size + 1e-30);
}

/**
 * Whether a tone that is taken up after a glide has the phase it would have had: in Firefox pitch and level are the same,
 * and the phase is up to a twentieth of a turn beside it (docs/engines.md).
 */
export const keepsPhase = !navigator.userAgent.includes('Firefox');
