import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { LineWorker } from '#audio/recording/line-worker.ts';
import { misfit, type Misfit } from '#session/misfit.ts';
import { readJson } from '#session/reading.ts';
import type { Result, Seconds } from '#session/units.ts';

/** Why nothing was taken in from a file, and where in it that stands. */
export interface Refusal {
  readonly kind: 'no-zip' | 'newer-file' | 'too-big' | 'misfit' | 'not-worked-on' | 'too-many';
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

/** A manifest and sounds as one file. Sound does not get smaller by packing, so it is only put together. */
export function zipped(manifest: object, sounds: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const files = sounds.map(([path, sound]) => [path, new Uint8Array(sound)] as const);
  return zipSync(
    { [MANIFEST]: strToU8(JSON.stringify(manifest, null, 2)), ...Object.fromEntries(files) },
    { level: 0 },
  );
}

/** Opens such a file, or says in one sentence why not; nothing in it is believed. */
export function opened<Manifest>(
  file: Uint8Array,
  manifestOf: (value: unknown) => Result<Manifest, Misfit>,
  worker: Pick<LineWorker, 'read'>,
): Result<Opened<Manifest>, Refusal> {
  const files = unzipped(file);
  if (!files.ok) return files;
  const bytes = files.value[MANIFEST];
  if (bytes === undefined) return refused('no-zip');
  const json = readJson(strFromU8(bytes));
  if (!json.ok) return refused('misfit', json.problem);
  const { version } = Object(json.value) as { version?: unknown };
  if (typeof version === 'number' && version > 1) return refused('newer-file');
  const manifest = manifestOf(json.value);
  if (!manifest.ok) return refused('misfit', manifest.problem);
  const sound = (path: string, place: string) => soundOf(files.value[path], place, worker);
  return { ok: true, value: { manifest: manifest.value, sound } };
}

/** Sizes are asked before anything is unpacked: a small file may claim to hold a very large one. */
function unzipped(file: Uint8Array): Result<ReturnType<typeof unzipSync>, Refusal> {
  if (file.length > LARGEST) return refused('too-big');
  let size = 0;
  try {
    const files = unzipSync(file, { filter: ({ originalSize }) => (size += originalSize) <= LARGEST });
    return size > LARGEST ? refused('too-big') : { ok: true, value: files };
  } catch {
    return refused('no-zip');
  }
}

const SOUND = 'a WAV file of one channel, 16 bit and 24 kHz, at most 60 s';

async function soundOf(
  bytes: Uint8Array | undefined,
  place: string,
  worker: Pick<LineWorker, 'read'>,
): Promise<Result<OpenedSound, Refusal>> {
  if (bytes === undefined) return refused('misfit', misfit(place, SOUND, 'nothing'));
  const read = await worker.read(bytes.slice().buffer);
  return read.ok ? read : refused('misfit', { place, expected: SOUND, got: read.problem });
}

export function refused(
  kind: Refusal['kind'],
  where?: Misfit,
): { readonly ok: false; readonly problem: Refusal } {
  return { ok: false, problem: where === undefined ? { kind } : { kind, misfit: where } };
}
