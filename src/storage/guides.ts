import { del, delMany, get, getMany, keys, set, setMany, values, type UseStore } from 'idb-keyval';
import type { Result } from '#session/units.ts';
import type { Connection } from './connection.ts';
import { told, type StorageProblem } from './told.ts';

/** A guide that somebody records: its name, and who says what it has not recorded. */
export interface OwnGuide {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** Lines without a recording: said by the shipped voice, or left out. */
  readonly gaps: 'shipped' | 'left-out';
  readonly madeMs: number;
}

/** A recorded line, without its sound. */
export interface Recording {
  /** The words as they were when it was recorded. */
  readonly text: string;
  readonly seconds: number;
  readonly recordedMs: number;
}

/** The guides that were recorded on this device. */
export interface GuideStore {
  all(): Promise<readonly OwnGuide[]>;
  keep(guide: OwnGuide): Promise<Result<undefined, StorageProblem>>;
  /** With everything it recorded. */
  remove(guide: string): Promise<Result<undefined, StorageProblem>>;
  /** By line. */
  recordings(guide: string): Promise<ReadonlyMap<string, Recording>>;
  /** The sound of a line as a WAV file. */
  sound(guide: string, line: string): Promise<ArrayBuffer | undefined>;
  /** Line and sound, both or neither. What the line said before is gone. */
  record(recorded: readonly RecordedLine[]): Promise<Result<undefined, StorageProblem>>;
}

export interface RecordedLine {
  readonly guide: string;
  readonly line: string;
  readonly recording: Recording;
  readonly sound: ArrayBuffer;
}

/** A sound lies under [guide, line]; what is known about it beside it, so that a list can be shown without reading sounds. */
type ClipKey = [guide: string, line: string] | [guide: string, line: string, about: 'recording'];

export function createGuideStore(connection: Connection): GuideStore {
  const guides = connection.store('guides');
  const clips = connection.store('clips');
  return {
    async all() {
      const stored: readonly unknown[] = await values(guides);
      return stored.filter(isOwnGuide);
    },
    keep: (guide) => told(set(guide.id, { v: 1, ...guide }, guides)),
    remove: (guide) => told(removeAll({ guides, clips }, guide)),
    recordings: (guide) => recordingsOf(clips, guide),
    sound: (guide, line) => get<ArrayBuffer>([guide, line], clips),
    record: (recorded) => told(setMany(recorded.flatMap(entriesOf), clips)),
  };
}

function entriesOf({ guide, line, recording, sound }: RecordedLine): [ClipKey, unknown][] {
  return [
    [[guide, line], sound],
    [[guide, line, 'recording'], { v: 1, ...recording }],
  ];
}

/** First the name, so that what is left if this is interrupted is not a guide that lost its voice. */
async function removeAll(
  { guides, clips }: { readonly guides: UseStore; readonly clips: UseStore },
  guide: string,
): Promise<void> {
  await del(guide, guides);
  await delMany(await keysOf(clips, guide), clips);
}

async function keysOf(clips: UseStore, guide: string): Promise<ClipKey[]> {
  return (await keys<ClipKey>(clips)).filter(([owner]) => owner === guide);
}

async function recordingsOf(clips: UseStore, guide: string): Promise<ReadonlyMap<string, Recording>> {
  const about = (await keysOf(clips, guide)).filter((key) => key.length === 3);
  const stored: readonly unknown[] = await getMany(about, clips);
  return new Map(
    about.flatMap(([, line], nth) => {
      const recording = stored[nth];
      return isRecording(recording) ? [[line, recording] as const] : [];
    }),
  );
}

function isOwnGuide(value: unknown): value is OwnGuide {
  const { v, id, name, gaps } = Object(value) as Record<string, unknown>;
  return v === 1 && typeof id === 'string' && typeof name === 'string' && typeof gaps === 'string';
}

function isRecording(value: unknown): value is Recording {
  const { v, text, seconds } = Object(value) as Record<string, unknown>;
  return v === 1 && typeof text === 'string' && typeof seconds === 'number';
}
