import type { OwnId } from '#session/layers.ts';
import type { OwnSound } from '#session/plan.ts';
import type { Decibels, Result } from '#session/units.ts';
import type { Connection } from './store.ts';
import { told, type StorageProblem } from './told.ts';

/** A sound that somebody brought along, without its bytes; its title is what plans call it. */
export interface KeptSound extends OwnSound {
  /** As it was measured; LUFS and dBTP. */
  readonly loudness: Decibels;
  readonly truePeak: Decibels;
  /** Of the file, in bytes. */
  readonly size: number;
  /** Where it is from and what may be done with it, in the person's words. */
  readonly origin: string;
  readonly notes: string;
  readonly addedMs: number;
  /** Deleted then, and kept only until that can no longer be undone. */
  readonly removedMs?: number;
}

/** The sounds that people brought along. */
export interface OwnSoundStore {
  /** All that can be read, those that are being deleted too. */
  all(): Promise<readonly KeptSound[]>;
  /** A new one with its bytes: both or neither. */
  add(sound: KeptSound, bytes: Blob): Promise<Result<undefined, StorageProblem>>;
  /** What is known of one that is there. */
  change(sound: KeptSound): Promise<Result<undefined, StorageProblem>>;
  /** With its bytes: both or neither. */
  remove(id: OwnId): Promise<Result<undefined, StorageProblem>>;
  bytes(id: OwnId): Promise<Blob | undefined>;
  /** Undefined where there is none of that id, or it is being deleted. */
  find(id: OwnId): Promise<KeptSound | undefined>;
}

export function createOwnSoundStore(connection: Connection): OwnSoundStore {
  const sounds = connection.store('sounds');
  const bytes = connection.store('sound-bytes');
  const both = ['sounds', 'sound-bytes'] as const;
  return {
    async all() {
      const stored: readonly unknown[] = await sounds.values();
      return stored.filter(isKeptSound);
    },
    add: (sound, blob) =>
      told(
        connection.together(both, (store) => {
          store('sounds').put({ v: 1, ...sound }, sound.id);
          store('sound-bytes').put(blob, sound.id);
        }),
      ),
    change: (sound) => told(sounds.put({ v: 1, ...sound }, sound.id)),
    remove: (id) =>
      told(
        connection.together(both, (store) => {
          for (const name of both) store(name).delete(id);
        }),
      ),
    bytes: (id) => bytes.get<Blob>(id),
    async find(id) {
      const stored: unknown = await sounds.get(id);
      return isKeptSound(stored) && stored.removedMs === undefined ? stored : undefined;
    },
  };
}

/** Seconds. */
const LONGEST = 5 * 3600;
/** Beneath −70 LUFS nothing counts (ITU-R BS.1770-4), and above this it is no sound any more; LUFS and dBTP. */
const SOFTEST = -100;
const LOUDEST = 60;

function isKeptSound(value: unknown): value is KeptSound {
  const { v, id, title, kind, seconds, loudness, truePeak } = Object(value) as Record<string, unknown>;
  return (
    v === 1 &&
    typeof id === 'string' &&
    typeof title === 'string' &&
    (kind === 'music' || kind === 'nature') &&
    typeof seconds === 'number' &&
    seconds > 0 &&
    seconds <= LONGEST &&
    [loudness, truePeak].every(isLevel)
  );
}

/** What it is turned up or down by follows from this: what no sound can have would make it deafening [ST9]. */
function isLevel(value: unknown): boolean {
  return typeof value === 'number' && value >= SOFTEST && value <= LOUDEST;
}
