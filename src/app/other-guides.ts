import type { Line } from '#session/cues.ts';
import type { Seconds } from '#session/units.ts';
import type { GuideStore, OwnGuide } from '#storage/guides.ts';
import { SPEECHLESS, type Guide } from './guide.ts';

/** A guide that somebody recorded here, as it is now: what is recorded from here on is not in it. */
export async function createOwnGuide(own: OwnGuide, store: GuideStore, shipped: Guide): Promise<Guide> {
  const recordings = await store.recordings(own.id);
  const gaps = own.gaps === 'shipped' ? shipped : undefined;
  return {
    id: own.id,
    name: own.name,
    line(id) {
      const recording = recordings.get(id);
      if (recording === undefined) return gaps?.line(id);
      return { text: recording.text, duration: recording.seconds };
    },
    clip(line) {
      const recording = recordings.get(line);
      if (recording === undefined) return gaps?.clip(line);
      const key = `${own.id}/${line}/${recording.recordedMs}`;
      return { key, bytes: async () => present(await store.sound(own.id, line), key) };
    },
  };
}

function present(sound: ArrayBuffer | undefined, key: string): ArrayBuffer {
  if (sound === undefined) throw new Error(`${key} is gone`);
  return sound;
}

/** Nobody speaks: the words are shown. */
export function createSpeechless(shipped: Guide): Guide {
  return {
    id: SPEECHLESS,
    line(id) {
      const line = shipped.line(id);
      return line === undefined ? undefined : shown(line.text);
    },
    clip: () => undefined,
  };
}

function shown(text: string): Line {
  return { text, duration: readingTime(text), unspoken: true };
}

/**
 * How long a line is shown: two seconds to notice it and two words a second. Subtitles allow for three words a second
 * (BBC subtitle guidelines, 160 to 180 a minute); whoever reads these is resting.
 */
function readingTime(text: string): Seconds {
  return 2 + text.split(/\s+/).length / 2;
}
