import { BELLS } from '#session/cues.ts';
import type { Hertz } from '#session/units.ts';
import { renderBell } from './bells.ts';
import { renderLoop } from './loops.ts';
import type { Samples } from './samples.ts';
import { LOOPS, type SoundId } from './sound-ids.ts';

/** Makes a sound, channel by channel. Pure: the same id and rate give the same samples on every device. */
export function renderSound(id: SoundId, sampleRate: Hertz): Samples[] {
  const loop = LOOPS.find((name) => name === id);
  if (loop !== undefined) return renderLoop(loop, sampleRate);
  const bell = BELLS.find((name) => name === id || `${name}/soft` === id);
  if (bell === undefined) throw new Error(`no sound is called ${id}`);
  return renderBell(bell, id !== bell, sampleRate);
}
