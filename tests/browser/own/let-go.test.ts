import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClock } from '#audio/clock.ts';
import { createPerformance, type Performance } from '#audio/performance.ts';
import { START } from '#session/units.ts';
import { markerClips, RATE } from '../../helpers/audio/markers.ts';
import { bankOf, BROOK, noise, planOfBrook, recording } from '../../helpers/audio/own.ts';
import { openTapped, until } from '../../helpers/audio/recorder.ts';
import { livedTimeline } from '../../helpers/audio/sessions.ts';
import { smoothBank } from '../../helpers/audio/smooth.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

const SECONDS = 70;
const NativeAudio = Audio;
let elements: HTMLAudioElement[] = [];
let context: AudioContext;
let performance: Performance;

beforeEach(async () => {
  elements = [];
  globalThis.Audio = class extends NativeAudio {
    constructor(url?: string) {
      super(url);
      elements.push(this);
    }
  };
  const own = bankOf({ [BROOK]: recording(wavFile(RATE, noise(SECONDS, RATE)), SECONDS) });
  await own.load([BROOK], []);
  elements = []; // without the one that was asked whether it opens the file
  context = await openTapped();
  const clock = createClock(context);
  clock.set(START, clock.soon(0.1));
  performance = createPerformance({
    context,
    clock,
    destination: context.destination,
    bank: smoothBank(),
    clips: markerClips(() => undefined),
    own,
    enters: () => false,
    onFault: ({ cue, reason }) => expect.fail(`${cue} is ${reason}`),
    only: ['bed'],
  });
  performance.begin(livedTimeline(planOfBrook(SECONDS)), START);
  await until(context, context.currentTime + 0.5);
});
afterEach(async () => {
  globalThis.Audio = NativeAudio;
  if (context.state !== 'closed') await context.close();
});

/** The elements that still have a file. */
const busy = () => elements.filter((element) => element.hasAttribute('src'));

// Mutant: closed as if the context ran -> fails: both go on for as long as the app is open.
it('[OWN4] a device that stands still lets a streamed sound go at once', async () => {
  expect(busy()).toHaveLength(2);
  await context.suspend();
  performance.close();
  expect(busy()).toEqual([]);
  expect(elements.every(({ paused }) => paused)).toBe(true);
});

// Mutant: only asked once whether the context runs -> fails.
it.each(['suspend', 'close'] as const)(
  '[OWN4] one that stands still (%s) while all fades lets it go',
  async (act) => {
    performance.close(20);
    expect(busy()).toHaveLength(2);
    await context[act]();
    await expect.poll(busy).toEqual([]);
  },
);

it('[OWN4] it is heard until all has faded', async () => {
  performance.close(0.5);
  const closed = context.currentTime;
  await expect.poll(busy, { interval: 10 }).toEqual([]);
  expect(context.currentTime - closed).toBeGreaterThan(0.5);
});
