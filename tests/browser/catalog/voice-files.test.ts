import { expect, it } from 'vitest';
import { decode } from '#audio/decoding.ts';
import { fetchBytes } from '#audio/fetch-bytes.ts';
import { allVoicedLines, anyClipUrl, durationOfAnyLine } from '#catalog/all-voices.ts';
import { clipMeasures } from '#catalog/measures.ts';
import { decibels, gatedLoudness, highestOf, truePeakOfSlow } from '../../audio/sounds/measure.ts';

const RATE = 48_000;
const AT_ONCE = 4;
const EDGE = 0.005 * RATE;

interface Heard {
  readonly line: string;
  readonly channels: number;
  readonly duration: number;
  readonly loudness: number;
  readonly truePeak: number;
  /** The loudest sample within 5 ms of either end, in dBFS. */
  readonly edge: number;
}

async function hear(line: string): Promise<Heard> {
  const sound = await decode(await fetchBytes(`/${anyClipUrl(line) ?? 'missing'}`));
  const samples = sound.getChannelData(0);
  return {
    line,
    channels: sound.numberOfChannels,
    duration: sound.duration,
    loudness: gatedLoudness([samples]),
    truePeak: decibels(truePeakOfSlow(samples)),
    edge: decibels(Math.max(highestOf(samples, 0, EDGE), highestOf(samples, samples.length - EDGE))),
  };
}

async function hearAll(): Promise<Heard[]> {
  const lines = [...allVoicedLines()];
  const heard: Heard[] = [];
  const next = async (): Promise<void> => {
    for (let line = lines.pop(); line !== undefined; line = lines.pop()) heard.push(await hear(line));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return heard;
}

// The files themselves, not what the catalog says of them. Mutants, each seen to fail: one clip encoded anew 1.3 dB louder;
// cut after a second; with a click of four samples at 0.85; with a constant 0.03 added; in two channels.
it('every clip is one channel, −19 ±1 LUFS, at most −3 dBTP, quiet at both ends, and as long as the catalog says', async () => {
  const clips = await hearAll();
  expect(clips.length).toBe(Object.keys(clipMeasures).length);
  expect(clips.filter(({ channels }) => channels !== 1)).toEqual([]);
  expect(clips.filter(({ loudness }) => Math.abs(loudness + 19) > 1)).toEqual([]);
  expect(clips.filter(({ truePeak }) => truePeak > -3)).toEqual([]);
  expect(clips.filter(({ edge }) => edge > -40)).toEqual([]);
  expect(
    clips.filter(({ line, duration }) => Math.abs(duration - (durationOfAnyLine(line) ?? 0)) > 0.01),
  ).toEqual([]);
  const told = clips.map(({ line, loudness }) => loudness - (clipMeasures[line]?.loudness ?? 0));
  expect(Math.max(...told.map(Math.abs))).toBeLessThan(0.3);
}, 60_000);
