import { strFromU8, strToU8, zipSync } from 'fflate';
import type { LineWorker } from '#audio/recording/line-worker.ts';
import type { WavProblem } from '#audio/recording/wav.ts';
import type { Misfit } from '#session/misfit.ts';
import { LARGEST_DOCUMENT, readJson, tooLarge } from '#session/reading.ts';
import type { Result, Seconds } from '#session/units.ts';
import type { StorageProblem } from '#storage/told.ts';
import { beginsAsZip, zipOf, type Zip } from './unzip.ts';

/** Why nothing was taken in from a file, and where in it that stands. */
export interface Refusal {
  readonly kind:
    | ('no-zip' | 'newer-file' | 'too-big' | 'damaged' | 'misfit' | 'not-worked-on' | 'too-many')
    | StorageProblem;
  readonly misfit?: Misfit;
}

/** A sound in a file, by its path in there. */
export type Packed = readonly [path: string, sound: ArrayBuffer];

/** A sound of a file, looked into. */
export interface OpenedSound {
  readonly sound: ArrayBuffer;
  readonly seconds: Seconds;
}

/** An opened file: what it says of itself, and its sounds. */
export interface Opened<Manifest> {
  readonly manifest: Manifest;
  /** Looked into, and brought down where it is too loud. `place` is where the manifest names it. */
  readonly sound: (path: string, place: string) => Promise<Result<OpenedSound, Refusal>>;
}

const MANIFEST = 'manifest.json';
/** All lines at a minute each would be 1.5 GB; all of them as they are spoken are 90 MB. */
const LARGEST = 200 * 1024 * 1024;
/** A minute is 2.9 MB; sound programs put more beside it, but not this much. */
const LARGEST_LINE = 4 * 1024 * 1024;

/** A manifest and sounds as one file. Sound does not get smaller by packing, so it is only put together. */
export function zipped(manifest: object, sounds: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const files = sounds.map(([path, sound]) => [path, new Uint8Array(sound)] as const);
  return zipSync(
    { [MANIFEST]: strToU8(JSON.stringify(manifest, null, 2)), ...Object.fromEntries(files) },
    { level: 0 },
  );
}

/** The bytes of a file somebody chose: its size is asked before it is read. */
export async function bytesOf(file: Blob): Promise<Result<Uint8Array, Refusal>> {
  if (file.size > LARGEST) return refused('too-big');
  try {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return refused('damaged'); // it was moved, or its card was pulled out
  }
}

/** Opens such a file, or says in one sentence why not; nothing in it is believed. */
export function opened<Manifest>(
  file: Uint8Array,
  manifestOf: (value: unknown) => Result<Manifest, Misfit>,
  worker: Pick<LineWorker, 'read'>,
): Result<Opened<Manifest>, Refusal> {
  const zip = zipOf(file);
  if (zip === undefined) return refused(beginsAsZip(file) ? 'damaged' : 'no-zip');
  if (zip.size > LARGEST) return refused('too-big');
  const size = zip.sizeOf(MANIFEST);
  if (size === undefined) return refused('no-zip');
  if (size > LARGEST_DOCUMENT) return refused('misfit', tooLarge(size));
  const bytes = zip.unpack(MANIFEST);
  if (bytes === undefined) return refused('damaged');
  const json = readJson(strFromU8(bytes));
  if (!json.ok) return refused('misfit', json.problem);
  const { version } = Object(json.value) as { version?: unknown };
  if (typeof version === 'number' && version > 1) return refused('newer-file');
  const manifest = manifestOf(json.value);
  if (!manifest.ok) return refused('misfit', manifest.problem);
  const sound = (path: string, place: string) => soundOf(zip, path, place, worker);
  return { ok: true, value: { manifest: manifest.value, sound } };
}

const SOUND = 'a WAV file of one channel, 16 bit and 24 kHz, at most 60 s';
const FOUND: Readonly<Record<WavProblem, string>> = {
  'not-wav': 'something else',
  'other-format': 'a WAV file of another kind',
  'too-long': 'a longer one',
  empty: 'one without a sound in it',
};

async function soundOf(
  zip: Zip,
  path: string,
  place: string,
  worker: Pick<LineWorker, 'read'>,
): Promise<Result<OpenedSound, Refusal>> {
  const size = zip.sizeOf(path);
  if (size === undefined) return refused('misfit', { place, expected: SOUND, got: 'nothing' });
  if (size > LARGEST_LINE) return refused('misfit', { place, expected: SOUND, got: FOUND['too-long'] });
  const bytes = zip.unpack(path);
  if (bytes === undefined) return refused('damaged');
  const read = await worker.read(bytes.slice().buffer);
  return read.ok ? read : refused('misfit', { place, expected: SOUND, got: FOUND[read.problem] });
}

export function refused(
  kind: Refusal['kind'],
  where?: Misfit,
): { readonly ok: false; readonly problem: Refusal } {
  return { ok: false, problem: where === undefined ? { kind } : { kind, misfit: where } };
}
