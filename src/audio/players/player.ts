import type { LayerSound } from '#session/layers.ts';
import type { LoopId } from '../sounds/sound-ids.ts';
import { createBeatsPlayer } from './beats.ts';
import { createBedPlayer, loopsOfBed } from './beds.ts';
import { createBreathPlayer } from './breath.ts';
import type { LayerPlayer, PlayerParts } from './contract.ts';
import { createOwnPlayer } from './own.ts';

/** Makes the player of a layer: one graph, built once. */
export function createLayerPlayer(parts: PlayerParts & { readonly sound: LayerSound }): LayerPlayer {
  const { sound } = parts;
  if (sound.kind === 'bed') return createBedPlayer(parts, sound.bed);
  if (sound.kind === 'beats') return createBeatsPlayer(parts, sound);
  if (sound.kind === 'breath') return createBreathPlayer(parts, sound);
  return createOwnPlayer(parts, sound.own);
}

/** Which loops a layer needs in the bank before it can be made. */
export function soundsOf(sound: LayerSound): readonly LoopId[] {
  if (sound.kind === 'bed') return loopsOfBed(sound.bed);
  return sound.kind === 'breath' ? ['breath-air'] : [];
}
