import { BELLS, type BellId } from '#session/cues.ts';

/** What goes round and round under a layer; everything about it that does not move is baked in. */
export const LOOPS = [
  'pink',
  'brown',
  'ocean-floor',
  'ocean-body',
  'ocean-foam',
  'rain',
  'rain-drops',
  'wind-air',
  'wind-leaves',
  'pad',
  'breath-air',
] as const;
export type LoopId = (typeof LOOPS)[number];

/** A bell struck normally, or softly. */
export type StrikeId = BellId | `${BellId}/soft`;

export type SoundId = LoopId | StrikeId;

export const STRIKES: readonly StrikeId[] = BELLS.flatMap((bell): StrikeId[] => [bell, `${bell}/soft`]);

/** The sound a bell cue rings. */
export function strikeOf({ clip, soft }: { readonly clip: BellId; readonly soft: boolean }): StrikeId {
  return soft ? `${clip}/soft` : clip;
}
