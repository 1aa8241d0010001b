import type { LineWorker } from '#audio/recording/line-worker.ts';
import type { KeptAnchor } from '#session/anchor-reading.ts';
import { anchorManifestOf } from '#session/guide-reading.ts';
import type { Result } from '#session/units.ts';
import { opened, zipped, type Refusal } from './zip.ts';

/** Lines of somebody close as one file. */
export function packAnchors(lines: readonly KeptAnchor[]): Uint8Array<ArrayBuffer> {
  return zipped(
    {
      format: 'undertone-anchor-lines',
      version: 1,
      lines: lines.map(({ id, name, speaker, text, madeMs, consentMs }) => ({
        ...{ id, name, speaker, text, madeMs },
        ...(consentMs === undefined ? {} : { consentMs }),
      })),
    },
    lines.map(({ id, sound }) => [pathOf(id), sound]),
  );
}

/** Reads such a file whole, or says why not. What was noted of consent comes along, and what was not does not [V4]. */
export async function unpackAnchors(
  file: Uint8Array,
  worker: Pick<LineWorker, 'read'>,
): Promise<Result<readonly KeptAnchor[], Refusal>> {
  const read = opened(file, anchorManifestOf, worker);
  if (!read.ok) return read;
  const lines: KeptAnchor[] = [];
  for (const [nth, line] of read.value.manifest.lines.entries()) {
    const sound = await read.value.sound(pathOf(line.id), `lines[${nth}]`);
    if (!sound.ok) return sound;
    lines.push({ ...line, ...sound.value });
  }
  return { ok: true, value: lines };
}

function pathOf(id: string): string {
  return `clips/${id}.wav`;
}
