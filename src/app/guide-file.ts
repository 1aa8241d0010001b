import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { lineFrom } from '#audio/recording/take.ts';
import { isAnyLineId } from '#guidance/all-lines.ts';
import type { Result } from '#session/units.ts';
import type { OwnGuide, Recording } from '#storage/guides.ts';

/** Why a file is not taken in as a guide. */
export type GuideFileProblem = 'not-a-guide' | 'newer-guide' | 'too-big' | 'other-lines' | 'broken-line';

/** A recorded line with its sound, as a file has it. */
export interface PackedLine {
  readonly line: string;
  readonly recording: Recording;
  readonly sound: ArrayBuffer;
}
export interface PackedGuide extends Pick<OwnGuide, 'name' | 'language' | 'gaps'> {
  readonly lines: readonly PackedLine[];
}

const FORMAT = 'undertone-guide';
const VERSION = 1;
const MANIFEST = 'manifest.json';
/** All lines at a minute each would be 1.5 GB; all of them as they are spoken are 90 MB. */
const LARGEST = 200 * 1024 * 1024;

interface Manifest extends Pick<OwnGuide, 'name' | 'language' | 'gaps'> {
  readonly format: string;
  readonly version: number;
  readonly lines: Readonly<Record<string, Recording>>;
}

/** One file of a whole guide: what it says, and each line as a WAV. Sound does not get smaller by packing, so it is only put together. */
export function packGuide({ lines, ...guide }: PackedGuide): Uint8Array<ArrayBuffer> {
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    ...guide,
    lines: Object.fromEntries(lines.map(({ line, recording }) => [line, recording])),
  };
  const sounds = lines.map(({ line, sound }) => [pathOf(line), new Uint8Array(sound)] as const);
  return zipSync(
    { [MANIFEST]: strToU8(JSON.stringify(manifest, null, 2)), ...Object.fromEntries(sounds) },
    { level: 0 },
  );
}

/** Reads such a file whole, or says why not; every line's sound is looked into, and brought down where it is too loud. */
export function unpackGuide(file: Uint8Array): Result<PackedGuide, GuideFileProblem> {
  const files = unzipped(file);
  if (!files.ok) return files;
  const manifest = manifestOf(files.value[MANIFEST]);
  if (manifest === undefined) return refused('not-a-guide');
  if (manifest.version !== VERSION) return refused('newer-guide');
  const lines: PackedLine[] = [];
  for (const [line, recording] of Object.entries(manifest.lines)) {
    if (!isAnyLineId(line)) return refused('other-lines');
    const packed = lineOf(line, recording, files.value[pathOf(line)]);
    if (packed === undefined) return refused('broken-line');
    lines.push(packed);
  }
  const { name, language, gaps } = manifest;
  return { ok: true, value: { name, language, gaps, lines } };
}

function pathOf(line: string): string {
  return `clips/${line}.wav`;
}

function refused(problem: GuideFileProblem): { readonly ok: false; readonly problem: GuideFileProblem } {
  return { ok: false, problem };
}

/** Sizes are asked before anything is unpacked: a small file may claim to hold a very large one. */
function unzipped(file: Uint8Array): Result<Unzipped, GuideFileProblem> {
  if (file.length > LARGEST) return refused('too-big');
  let size = 0;
  try {
    const files = unzipSync(file, { filter: ({ originalSize }) => (size += originalSize) <= LARGEST });
    return size > LARGEST ? refused('too-big') : { ok: true, value: files };
  } catch {
    return refused('not-a-guide');
  }
}

function manifestOf(bytes: Uint8Array | undefined): Manifest | undefined {
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(strFromU8(bytes));
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  const { format, version, name, language, gaps, lines } = Object(value) as Record<string, unknown>;
  return (
    format === FORMAT &&
    typeof version === 'number' &&
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 80 &&
    language === 'en' &&
    (gaps === 'shipped' || gaps === 'left-out') &&
    typeof lines === 'object' &&
    lines !== null
  );
}

function lineOf(line: string, recording: Recording, bytes: Uint8Array | undefined): PackedLine | undefined {
  const { text, recordedMs } = Object(recording) as Partial<Recording>;
  if (bytes === undefined || typeof text !== 'string' || text.length > 1000) return undefined;
  const read = lineFrom(bytes.slice().buffer);
  if (!read.ok) return undefined;
  const { sound, seconds } = read.value;
  const when = typeof recordedMs === 'number' && Number.isFinite(recordedMs) ? recordedMs : 0;
  return { line, recording: { text, seconds, recordedMs: when }, sound };
}
