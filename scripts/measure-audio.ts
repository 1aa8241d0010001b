/**
 * Measures a sound file as it decodes: duration, loudness, true peak, size.
 * Run alone (`tsx scripts/measure-audio.ts`) it measures every clip of the voice again and says where the
 * catalog no longer tells the truth.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Measured {
  /** Seconds, of the decoded samples. */
  readonly duration: number;
  /** LUFS, integrated over the whole file (EBU R 128; silences are gated out). */
  readonly loudness: number;
  /** dBTP. */
  readonly truePeak: number;
  readonly bytes: number;
}

const RATE = 48_000;
const FILTER = '[0:a]asplit[decoded][b];[b]ebur128=peak=true[heard]';

export function measureAudio(file: string): Measured {
  const decode = ['-map', '[decoded]', '-ac', '1', '-ar', String(RATE), '-f', 's16le', 'pipe:1'];
  const run = spawnSync(
    'ffmpeg',
    ['-nostdin', '-hide_banner', '-nostats', '-i', file, '-filter_complex', FILTER, ...decode].concat([
      '-map',
      '[heard]',
      '-f',
      'null',
      '-',
    ]),
    { maxBuffer: 1 << 28 },
  );
  if (run.status !== 0) throw new Error(`ffmpeg cannot read ${file}: ${String(run.stderr)}`);
  const summary = String(run.stderr).split('Summary:').at(-1) ?? '';
  return {
    duration: Math.round((run.stdout.length / 2 / RATE) * 1000) / 1000,
    loudness: numberAfter(summary, /I:\s+(-?[\d.]+) LUFS/),
    truePeak: numberAfter(summary, /Peak:\s+(-?[\d.]+) dBFS/),
    bytes: statSync(file).size,
  };
}

function numberAfter(summary: string, pattern: RegExp): number {
  const found = pattern.exec(summary)?.[1];
  if (found === undefined) throw new Error(`ffmpeg's summary has no ${pattern.source}:\n${summary}`);
  return Number(found);
}

function checkCatalog(root: string): number {
  const catalog = JSON.parse(
    readFileSync(path.join(root, 'src/catalog/voice-en-bdl.measures.json'), 'utf8'),
  ) as {
    lines: Record<string, Measured & { url: string }>;
  };
  const wrong = Object.entries(catalog.lines).filter(([id, said]) => {
    const is = measureAudio(path.join(root, 'public', said.url));
    const agrees = (['duration', 'loudness', 'truePeak', 'bytes'] as const).every(
      (of) => is[of] === said[of],
    );
    if (!agrees)
      console.log(`${id}: the catalog says ${JSON.stringify(said)}, the file is ${JSON.stringify(is)}`);
    return !agrees;
  });
  console.log(
    `${Object.keys(catalog.lines).length} clips measured, ${wrong.length} differ from the catalog.`,
  );
  return wrong.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = checkCatalog(path.join(import.meta.dirname, '..'));
}
