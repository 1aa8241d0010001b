import { describe, expect, it } from 'vitest';
import { createClock, type AudioTime } from '#audio/clock.ts';
import { createSoundMeter } from '#audio/own/sound-meter.ts';
import type { OwnRecording } from '#audio/own/own-bank.ts';
import { createPerformance } from '#audio/performance.ts';
import { createOwnPlayer } from '#audio/players/own.ts';
import { renderTimeline } from '#audio/render.ts';
import { sessionTimeOf, START } from '#session/units.ts';
import { livedTimeline, timelineOfCues } from '../../helpers/audio/sessions.ts';
import { markerClips, RATE, samples } from '../../helpers/audio/markers.ts';
import { bankOf, BROOK, GONG, noise, planOfBrook } from '../../helpers/audio/own.ts';
import { smoothBank } from '../../helpers/audio/smooth.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

/** As it was measured when it was brought along. */
function brought(sound: Float32Array): OwnRecording {
  const meter = createSoundMeter(RATE, 1);
  meter.add([sound]);
  return { bytes: wavFile(RATE, sound), seconds: sound.length / RATE, ...meter.result() };
}

/** What is heard, from one side as from the other. */
function loudnessOf(heard: Float32Array) {
  const meter = createSoundMeter(RATE, 1);
  meter.add([heard]);
  return meter.result();
}

/** Four seconds that fade away, from full scale. */
const gong = samples(4, (i) => 0.99 * Math.sin((2 * Math.PI * 300 * i) / RATE) * Math.exp(-i / RATE));
const AT = 3;

async function struck(from: number, lasts: number): Promise<Float32Array> {
  const own = bankOf({ [GONG]: brought(gong) });
  await own.load([], [GONG]);
  const context = new OfflineAudioContext(1, lasts * RATE, RATE);
  const clock = createClock(context);
  clock.set(sessionTimeOf(from), 0 as AudioTime);
  const cue = {
    id: 'gong',
    at: sessionTimeOf(AT),
    duration: 4,
    asked: false,
    bus: 'bell',
    clip: GONG,
  } as const;
  createPerformance({
    context,
    clock,
    destination: context.destination,
    bank: smoothBank(),
    clips: markerClips(() => undefined),
    own,
    enters: () => true,
    onFault: ({ reason }) => expect.fail(reason),
  }).begin(timelineOfCues([{ ...cue, soft: false }]), sessionTimeOf(from));
  return (await context.startRendering()).getChannelData(0);
}

describe('an own sound for a bell', () => {
  // Mutant: made as loud as a bed -> fails. Mutant: as loud as it was brought -> fails.
  it('[OWN2] rings at its place to the sample, at −23 LUFS', async () => {
    const heard = await struck(0, 8);
    const first = heard.findIndex((sample) => sample !== 0);
    expect(Math.abs(first - AT * RATE)).toBeLessThanOrEqual(2); // a sine begins at 0
    const { loudness, truePeak } = loudnessOf(heard.subarray(AT * RATE));
    expect(Math.abs(loudness + 23)).toBeLessThan(0.3);
    expect(truePeak).toBeLessThanOrEqual(-3);
  });

  it('[OWN2] rings on where the session is taken up in its middle', async () => {
    const [whole, entered] = [await struck(0, 8), await struck(AT + 1, 3)];
    const later = (AT + 1.5) * RATE;
    for (let i = 0; i < 1000; i++) expect(entered[0.5 * RATE + i]).toBeCloseTo(whole[later + i] ?? 0, 4);
  });
});

describe('an own sound for a bed', () => {
  // Mutant: no trim -> fails: as loud as it was brought.
  it.each([
    ['loud', 2.4],
    ['soft', 0.02],
  ])('[OWN2] lies at −28 LUFS, however %s it was brought', async (_, height) => {
    const sound = noise(8, RATE).map((sample) => Math.max(-1, Math.min(1, height * sample)));
    const own = bankOf({ [BROOK]: brought(sound) });
    await own.load([BROOK], []);
    const context = new OfflineAudioContext(1, 20 * RATE, RATE);
    const { destination } = context;
    createOwnPlayer({ context, destination, when: (at) => at, bank: smoothBank(), own }, BROOK).start(START);
    const heard = (await context.startRendering()).getChannelData(0);
    expect(Math.abs(loudnessOf(heard).loudness + 28)).toBeLessThan(0.3);
  });
});

it('[OWN6] the offline render refuses own sounds in one sentence', async () => {
  const timeline = livedTimeline(planOfBrook(70));
  const parts = { bank: smoothBank(), clips: markerClips(() => undefined) };
  const piece = renderTimeline(timeline, { from: START, to: sessionTimeOf(60) }, parts).next();
  await expect(piece).rejects.toThrow(/own\.brook: expected only sounds that are at hand/);
});
