/**
 * Speaks every line whose words changed and writes the catalog of the voice.
 * `tsx scripts/render-voice.ts` renders what changed, `--all` renders everything. Neither the app nor its
 * tests need a synthesiser: the clips are committed.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allLineIds, anyLineText } from '../src/guidance/all-lines.ts';
import { isLineId } from '../src/guidance/lines.ts';
import { measureAudio, type Measured } from './measure-audio.ts';
import { phrasesOf, recipe, textHash } from './render-voice.recipe.ts';
import { joined, samplesOf, trimmed } from './render-voice.sound.ts';

type Entry = Measured & { readonly url: string; readonly textHash: string };

const root = path.join(import.meta.dirname, '..');
const folder = `audio/voice/${recipe.language}/${recipe.guide}`;
const catalogFile = path.join(root, `src/catalog/voice-${recipe.language}-${recipe.guide}.json`);
const practiceFile = catalogFile.replace(/json$/, 'practice.json');
const measuresFile = catalogFile.replace(/json$/, 'measures.json');
const work = mkdtempSync(path.join(tmpdir(), 'render-voice-'));

function run(command: string, args: readonly string[], input?: Uint8Array): void {
  const done = spawnSync(command, args, { input, maxBuffer: 1 << 28 });
  if (done.error ?? done.status !== 0) throw new Error(`${command} failed: ${String(done.stderr)}`);
}

function missingTools(): string[] {
  return ['RHVoice-test', 'ffmpeg'].filter((tool) => spawnSync(tool, ['-h']).error !== undefined);
}

function speak(phrase: string): Float32Array {
  const words = path.join(work, 'phrase.txt');
  const wav = path.join(work, 'phrase.wav');
  writeFileSync(words, `${phrase}\n`);
  const { rate, pitch } = recipe.speech;
  run(
    'RHVoice-test',
    ['-p', recipe.guide, '-r', String(rate), '-t', String(pitch), '-q', 'max'].concat([
      '-R',
      String(recipe.sampleRate),
      '-i',
      words,
      '-o',
      wav,
    ]),
  );
  return trimmed(samplesOf(readFileSync(wav)), recipe.sampleRate, recipe.edges);
}

/** The phrases with their rests; the quiet kept around each phrase is part of the rest. */
function speakLine(text: string): Float32Array {
  const { before, after } = recipe.edges;
  return joined(
    phrasesOf(text).flatMap(({ text: phrase, rest }) => {
      const added = rest === 0 ? 0 : rest - before - after;
      return [speak(phrase), new Float32Array(Math.round(added * recipe.sampleRate))];
    }),
  );
}

function encode(samples: Float32Array, gain: number, ceiling: number, file: string): void {
  // The limiter works at four times the rate, so that it sees the peaks between the samples.
  const limiter = `aresample=96000,alimiter=limit=${10 ** (ceiling / 20)}:attack=3:release=60:level=disabled`;
  const chain = `${recipe.tone},volume=${gain}dB,${limiter},aresample=${recipe.sampleRate}`;
  const raw = ['-f', 'f32le', '-ar', String(recipe.sampleRate), '-ac', '1', '-i', 'pipe:0'];
  const plain = ['-map_metadata', '-1', '-id3v2_version', '0', '-fflags', '+bitexact', '-flags', '+bitexact'];
  const mp3 = ['-c:a', 'libmp3lame', '-b:a', recipe.bitrate, ...plain, '-y', file];
  run(
    'ffmpeg',
    ['-hide_banner', '-loglevel', 'error', ...raw, '-af', chain, ...mp3],
    new Uint8Array(samples.buffer),
  );
}

/** Encodes until the finished file, not the sound before encoding, has the right loudness and peak. */
function encodeToLevel(samples: Float32Array, file: string): Measured {
  let gain = 0;
  let ceiling = recipe.truePeak - 1;
  for (let pass = 0; pass < 8; pass++) {
    encode(samples, gain, ceiling, file);
    const measured = measureAudio(file);
    const short = recipe.loudness - measured.loudness;
    const over = measured.truePeak - recipe.truePeak;
    if (Math.abs(short) <= 0.2 && over <= -0.1) return measured;
    gain += short;
    if (over > -0.1) ceiling -= over + 0.2;
  }
  throw new Error(`${file} does not reach ${recipe.loudness} LUFS below ${recipe.truePeak} dBTP.`);
}

function knownEntries(): Record<string, Entry> {
  if (!existsSync(measuresFile)) return {};
  return (JSON.parse(readFileSync(measuresFile, 'utf8')) as { lines: Record<string, Entry> }).lines;
}

function isCurrent(known: Entry | undefined, hash: string): known is Entry {
  return known?.textHash === hash && existsSync(path.join(root, 'public', known.url));
}

function removeOrphans(lines: Record<string, Entry>): void {
  const kept = new Set(Object.values(lines).map(({ url }) => path.basename(url)));
  for (const file of readdirSync(path.join(root, 'public', folder)))
    if (!kept.has(file)) rmSync(path.join(root, 'public', folder, file));
}

/** The app gets the lengths alone, those of practices apart: its first screen does not need them. What else was measured is for the tests. */
function writeCatalog(lines: Record<string, Entry>): void {
  const { guide, language } = recipe;
  const seconds = (ofSession: boolean) =>
    Object.fromEntries(
      Object.entries(lines).flatMap(([id, { duration }]) =>
        isLineId(id) === ofSession ? [[id, duration]] : [],
      ),
    );
  for (const [file, catalog] of [
    [catalogFile, { guide, language, seconds: seconds(true) }],
    [practiceFile, { guide, language, seconds: seconds(false) }],
    [measuresFile, { guide, language, lines }],
  ] as const)
    writeFileSync(file, `${JSON.stringify(catalog, null, 2)}\n`);
}

function renderLines(all: boolean): number {
  const known = knownEntries();
  const lines: Record<string, Entry> = {};
  let rendered = 0;
  for (const id of allLineIds) {
    const text = anyLineText(id, recipe.language);
    const hash = textHash(text);
    const before = known[id];
    if (!all && isCurrent(before, hash)) {
      lines[id] = before;
      continue;
    }
    const url = `${folder}/${id}.mp3`;
    lines[id] = { url, textHash: hash, ...encodeToLevel(speakLine(text), path.join(root, 'public', url)) };
    rendered++;
  }
  removeOrphans(lines);
  writeCatalog(lines);
  return rendered;
}

const missing = missingTools();
if (missing.length > 0) {
  console.error(
    `Missing: ${missing.join(', ')}. On Debian, with the non-free section: apt-get install rhvoice rhvoice-english ffmpeg`,
  );
  process.exitCode = 1;
} else {
  mkdirSync(path.join(root, 'public', folder), { recursive: true });
  console.log(`${renderLines(process.argv.includes('--all'))} of ${allLineIds.length} lines rendered.`);
}
rmSync(work, { recursive: true });
