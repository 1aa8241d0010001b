import type { LineWorker } from '#audio/recording/line-worker.ts';
import { isAnyLineId } from '#guidance/all-lines.ts';
import { guideManifestOf } from '#session/guide-reading.ts';
import { misfit } from '#session/misfit.ts';
import type { Result } from '#session/units.ts';
import type { OwnGuide, Recording } from '#storage/guides.ts';
import { opened, refused, zipped, type Refusal } from './voices/zip.ts';

/** A recorded line with its sound, as a file has it. */
export interface PackedLine {
  readonly line: string;
  readonly recording: Recording;
  readonly sound: ArrayBuffer;
}
export interface PackedGuide extends Pick<OwnGuide, 'name' | 'language' | 'gaps'> {
  readonly lines: readonly PackedLine[];
}

/** One file of a whole guide: what it says, and each line as a WAV. `docs/guide-format.md` describes it. */
export function packGuide({ lines, name, language, gaps }: PackedGuide): Uint8Array<ArrayBuffer> {
  const recordings = Object.fromEntries(lines.map(({ line, recording }) => [line, recording]));
  return zipped(
    { format: 'undertone-guide', version: 1, name, language, gaps, lines: recordings },
    lines.map(({ line, sound }) => [pathOf(line), sound]),
  );
}

/** Reads such a file whole, or says why not; every line's sound is looked into, and brought down where it is too loud. */
export async function unpackGuide(
  file: Uint8Array,
  worker: Pick<LineWorker, 'read'>,
): Promise<Result<PackedGuide, Refusal>> {
  const read = opened(file, guideManifestOf, worker);
  if (!read.ok) return read;
  const { name, language, gaps, lines: recordings } = read.value.manifest;
  const unknown = Object.keys(recordings).find((line) => !isAnyLineId(line));
  if (unknown !== undefined)
    return refused('misfit', misfit(`lines.${unknown}`, 'a line that this Undertone knows', unknown));
  const lines: PackedLine[] = [];
  for (const [line, { text, recordedMs }] of Object.entries(recordings)) {
    const place = `lines.${line}`;
    const sound = await read.value.sound(pathOf(line), place);
    if (!sound.ok) return sound;
    const { seconds } = sound.value;
    lines.push({ line, recording: { text, seconds, recordedMs }, sound: sound.value.sound });
  }
  return { ok: true, value: { name, language, gaps, lines } };
}

function pathOf(line: string): string {
  return `clips/${line}.wav`;
}
