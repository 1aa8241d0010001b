import { beforeAll, describe, expect, it } from 'vitest';
import { createWholeGuide } from '#app/whole-guide.ts';
import { createClipStore } from '#audio/clip-loader.ts';
import { decode } from '#audio/decoding.ts';
import { createSoundMeter } from '#audio/own/sound-meter.ts';
import { renderTimeline } from '#audio/render.ts';
import { LONGEST_WAV, type Format } from '#audio/rendition/formats.ts';
import { makeRendition, type RenditionParts } from '#audio/rendition/rendition.ts';
import { createSoundBank } from '#audio/sounds/sound-bank.ts';
import { createSoundWorker } from '#audio/sounds/sound-worker.ts';
import { scriptLines } from '#guidance/script-lines.ts';
import type { Timeline } from '#session/timeline.ts';
import { sessionTimeOf, START } from '#session/units.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { bankOf, BROOK, noise, planOfBrook, recording } from '../../helpers/audio/own.ts';
import { livedTimeline } from '../../helpers/audio/sessions.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';
import { practise } from '../../helpers/practised.ts';

const guide = createWholeGuide('en', '/');
const sounds = {
  bank: createSoundBank(RATE, createSoundWorker()),
  clips: createClipStore(decode).of(guide),
};
const { timeline } = practise('body-scan', { minutes: 3 }, { guide, lines: scriptLines(guide, 'en') });

type Stereo = readonly [Float32Array, Float32Array];

function made(formats: readonly Format[], of: Timeline, parts: Partial<RenditionParts> = {}) {
  const unheard = { onProgress: () => undefined, signal: new AbortController().signal };
  return makeRendition(of, { ...sounds, ...unheard, formats, ...parts });
}

/** As an element would play it. */
async function decoded(format: Format): Promise<Stereo> {
  const rendition = await made([format], timeline);
  if (!rendition.ok) throw new Error(rendition.problem.kind);
  expect(rendition.value.format).toBe(format);
  const buffer = await decode(await rendition.value.file.arrayBuffer());
  return [buffer.getChannelData(0), buffer.getChannelData(1)];
}

/** What the session's own path sounds like: the samples the device would get. */
async function live(): Promise<Stereo> {
  const whole: Stereo = [new Float32Array(timeline.to * RATE), new Float32Array(timeline.to * RATE)];
  let at = 0;
  for await (const { left, right } of renderTimeline(timeline, { from: START, to: timeline.to }, sounds)) {
    whole[0].set(left, at);
    whole[1].set(right, at);
    at += left.length;
  }
  return whole;
}

function loudnessOf(sound: Stereo) {
  const meter = createSoundMeter(RATE, 2);
  meter.add(sound);
  return meter.result();
}

/** By how many samples the second comes later than the first, over a quarter of a second from `from`. */
function lag(first: Float32Array, second: Float32Array, from: number): number {
  let best = { by: Number.NaN, likeness: Number.NEGATIVE_INFINITY };
  for (let by = -96; by <= 96; by++) {
    let likeness = 0;
    for (let i = from; i < from + RATE / 4; i++) likeness += (first[i] ?? 0) * (second[i + by] ?? 0);
    if (likeness > best.likeness) best = { by, likeness };
  }
  return best.by;
}

/** The steepest step between two samples within 50 ms of a place. */
function steepestAround(sound: Float32Array, place: number): number {
  let most = 0;
  for (let i = place - 0.05 * RATE; i < place + 0.05 * RATE; i++)
    most = Math.max(most, Math.abs((sound[i] ?? 0) - (sound[i - 1] ?? 0)));
  return most;
}

describe('a practice of three minutes, rendered ahead', () => {
  let heard: Stereo;
  beforeAll(async () => {
    heard = await live();
  }, 120_000);

  // Mutant: no limiter's delay taken off (skip = 0) -> fails: 5 ms late. Mutant: a piece handed on before the last is written -> fails.
  // Mutant: the limiter left out of the worker -> fails for the WAV: 5 ms early, the end cut.
  it.each<[Format, number, number]>([
    ['webm', 0.02, 0.2],
    ['wav', 0, 0.01],
  ])(
    '[LP1] as %s it is what the live path would sound: each bell and line in its place, as loud, as long',
    async (format, longer, louder) => {
      const file = await decoded(format);
      const [played, wanted] = [file[0], heard[0]];
      expect(played.length / RATE - timeline.to).toBeGreaterThanOrEqual(0);
      expect(played.length / RATE - timeline.to).toBeLessThanOrEqual(longer);
      const lags = timeline.cues.map(({ at }) => lag(wanted, played, Math.round(at * RATE)));
      expect(lags.length).toBeGreaterThan(8);
      expect(Math.max(...lags.map(Math.abs))).toBeLessThanOrEqual(48);
      const [one, other] = [loudnessOf(heard), loudnessOf(file)];
      expect(Math.abs(one.loudness - other.loudness)).toBeLessThan(louder);
      expect(other.truePeak).toBeLessThanOrEqual(-1);
      for (const seam of [60 * RATE, 120 * RATE])
        expect(steepestAround(played, seam)).toBeLessThan(1.5 * steepestAround(wanted, seam) + 0.002);
    },
    120_000,
  );
});

describe('what a rendition cannot be', () => {
  // Mutant: no limit -> fails.
  it('[LP2] a WAV of more than twenty minutes is refused before anything is rendered', async () => {
    const long = { ...timeline, to: sessionTimeOf(LONGEST_WAV + 1) };
    const told: number[] = [];
    const refused = await made(['wav'], long, { onProgress: (seconds) => told.push(seconds) });
    expect(refused).toEqual({ ok: false, problem: { kind: 'too-long-here', minutes: 20 } });
    expect(told).toEqual([]);
  });

  it('[LP2] one that is left in its middle ends there, and nothing of it is kept', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const left = await made(['wav'], timeline, {
      signal: stop.signal,
      onProgress: (seconds) => {
        told.push(seconds);
        stop.abort();
      },
    });
    expect(left).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(told).toEqual([60]);
  }, 60_000);
});

describe('own sounds in a rendition', () => {
  const rate = 24_000;
  const bytes = wavFile(rate, noise(8, rate));

  // Mutant: `own` not handed to the pieces -> fails: cannot be made.
  it('[LP3] a short one comes along as the bed it is', async () => {
    const own = bankOf({ [BROOK]: recording(bytes, 8) });
    const whole = livedTimeline(planOfBrook(8));
    const brief = { ...whole, to: sessionTimeOf(70) };
    const rendition = await made(['wav'], brief, { own });
    if (!rendition.ok) throw new Error(rendition.problem.kind);
    const buffer = await decode(await rendition.value.file.arrayBuffer());
    const late = buffer.getChannelData(0).subarray(60 * RATE);
    expect(late.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeGreaterThan(0.02);
  }, 60_000);

  // Mutant: not looked for -> fails: "only a device can play a stream".
  it('[LP3] a long one is streamed, and told by its id', async () => {
    const own = bankOf({ [BROOK]: recording(bytes, 600) });
    const refused = await made(['wav'], livedTimeline(planOfBrook(600)), { own });
    expect(refused).toEqual({ ok: false, problem: { kind: 'own-streamed', own: [BROOK] } });
  });
});
