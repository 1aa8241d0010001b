import type { Result } from '#session/units.ts';
import type { Connection, Store } from './store.ts';
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
  /** A guide with all its lines, all of it or nothing [ST8]: lines without their guide would lie there for good. */
  keepWhole(
    guide: OwnGuide,
    lines: readonly Omit<RecordedLine, 'guide'>[],
  ): Promise<Result<undefined, StorageProblem>>;
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
      const stored: readonly unknown[] = await guides.values();
      return stored.filter(isOwnGuide);
    },
    keep: (guide) => told(guides.put({ v: 1, ...guide }, guide.id)),
    keepWhole: (guide, lines) =>
      told(
        connection.together(['guides', 'clips'], (store) => {
          store('guides').put({ v: 1, ...guide }, guide.id);
          for (const line of lines)
            for (const [key, value] of entriesOf({ ...line, guide: guide.id }))
              store('clips').put(value, key);
        }),
      ),
    remove: (guide) => told(removeAll(connection, guide)),
    recordings: (guide) => recordingsOf(clips, guide),
    sound: (guide, line) => clips.get<ArrayBuffer>([guide, line]),
    record: (recorded) => told(clips.putAll(recorded.flatMap(entriesOf))),
  };
}

function entriesOf({ guide, line, recording, sound }: RecordedLine): [ClipKey, unknown][] {
  return [
    [[guide, line], sound],
    [[guide, line, 'recording'], { v: 1, ...recording }],
  ];
}

function removeAll(connection: Connection, guide: string): Promise<unknown> {
  return connection.together(['guides', 'clips'], (store) => {
    store('guides').delete(guide);
    store('clips').delete(allOf(guide));
  });
}

/** Arrays sort after texts: this is every key that begins with the guide. */
function allOf(guide: string): IDBKeyRange {
  return IDBKeyRange.bound([guide], [guide, []]);
}

async function recordingsOf(clips: Store, guide: string): Promise<ReadonlyMap<string, Recording>> {
  const about = (await clips.keys<ClipKey>(allOf(guide))).filter((key) => key.length === 3);
  const stored: readonly unknown[] = await Promise.all(about.map((key) => clips.get(key)));
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
