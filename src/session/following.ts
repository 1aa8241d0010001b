import { breathLength, rateAt } from './breath.ts';
import type { Layer, LayerSound } from './layers.ts';
import { INSTANT, type SessionTime } from './units.ts';

/**
 * A breath that begins while another was still slowing down goes on from the pace that one had come to: a phase that
 * begins early hurries nobody into its pattern [B11].
 */
export function goingOn(layers: readonly Layer[]): Layer[] {
  return layers.map((layer) => {
    const { sound, from } = layer;
    if (sound.kind !== 'breath' || sound.origin !== from) return layer;
    const before = layers.findLast((other) => other.sound.kind === 'breath' && other.from < from);
    const pace = before === undefined ? undefined : paceWhileSlowing(before.sound, from);
    // What sounds already is left the very same value: another one would be begun anew.
    if (pace === undefined || pace === sound.fromRate) return layer;
    return { ...layer, sound: { ...sound, fromRate: pace } };
  });
}

/** Breaths a minute, where they are still on the way to the pattern's. */
function paceWhileSlowing(sound: LayerSound, at: SessionTime): number | undefined {
  if (sound.kind !== 'breath') return undefined;
  const rate = rateAt(sound, sound.origin, at);
  return rate > 60 / breathLength(sound) + INSTANT ? rate : undefined;
}
