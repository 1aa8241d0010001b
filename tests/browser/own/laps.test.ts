import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lapAt, lapFrom } from '#audio/own/own-laps.ts';
import { createOwnStreamPlayer } from '#audio/players/own-stream.ts';
import { later, sessionTimeOf, type SessionTime } from '#session/units.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { noise } from '../../helpers/audio/own.ts';
import { openTapped, until } from '../../helpers/audio/recorder.ts';
import { smoothBank } from '../../helpers/audio/smooth.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

/** A lap of it begins every 17 seconds and crosses with the one before for three. */
const SECONDS = 20;
const NativeAudio = Audio;
let elements: HTMLAudioElement[] = [];
let context: AudioContext;
let url = '';
/** What the session's clock is ahead of the context's: a test lets time pass that the page has slept through. */
let ahead = 0;

const now = () => sessionTimeOf(context.currentTime + ahead);

beforeEach(async () => {
  elements = [];
  globalThis.Audio = class extends NativeAudio {
    constructor(src?: string) {
      super(src);
      elements.push(this);
    }
  };
  url = URL.createObjectURL(wavFile(RATE, noise(SECONDS, RATE)));
  context = await openTapped();
});
afterEach(async () => {
  vi.restoreAllMocks();
  globalThis.Audio = NativeAudio;
  await context.close();
  URL.revokeObjectURL(url);
});

function playFrom(at: SessionTime) {
  ahead = at - context.currentTime;
  const player = createOwnStreamPlayer(
    { context, destination: context.destination, when: (place) => place - ahead, bank: smoothBank() },
    { kind: 'stream', url, seconds: SECONDS, gain: 0 },
  );
  player.start(at);
  return player;
}

/** How far the deck of the lap that should be heard is from where it should be. */
function off(): number {
  const { nth, position } = lapAt(SECONDS, now());
  return Math.abs((elements[nth % 2]?.currentTime ?? Number.NaN) - position);
}
/** How many fades begin at once. */
const curvesSoon = ({ mock }: { mock: { calls: unknown[][] } }) =>
  mock.calls.filter(([, when]) => Number(when) < context.currentTime + 1).length;
const seconds = (by: number) => until(context, context.currentTime + by);

describe('a streamed sound', () => {
  // Mutant: the deck of the next lap begins at its beginning, as in the middle of a lap -> fails: two seconds off.
  it('[OWN4] taken up two seconds before a lap ends, goes on with the beginning of the next', async () => {
    const player = playFrom(later(lapFrom(SECONDS, 1), -2));
    await seconds(1);
    player.tend?.(now());
    await until(context, lapFrom(SECONDS, 1) - ahead + 0.3);
    expect(off()).toBeLessThan(0.5);
  });

  // Mutants: a lap comes in wherever its deck is -> both fail; the deck that is heard is crossed with the other -> the
  // second fails.
  it.each([
    { laps: 1, crossings: 1 },
    { laps: 2, crossings: 0 },
  ])(
    '[OWN4] whose page slept through $laps, comes in at its place, and no deck that is heard is faded in anew',
    async ({ laps, crossings }) => {
      const player = playFrom(sessionTimeOf(1));
      await seconds(0.5);
      const written = vi.spyOn(AudioParam.prototype, 'setValueCurveAtTime');
      ahead += laps * lapFrom(SECONDS, 1) + 8;
      player.tend?.(now());
      await seconds(0.5);
      expect(off()).toBeLessThan(0.5);
      expect(curvesSoon(written)).toBe(2 * crossings);
    },
  );

  // Mutant: what was prepared is not taken for what is heard -> fails: it does not come in.
  it('[OWN4] whose page slept through the lap after the one that was prepared, does so too', async () => {
    const player = playFrom(sessionTimeOf(9));
    await seconds(0.5);
    player.tend?.(now()); // the next lap is prepared
    const written = vi.spyOn(AudioParam.prototype, 'setValueCurveAtTime');
    ahead += 2 * lapFrom(SECONDS, 1) - 4;
    player.tend?.(now());
    await seconds(0.5);
    expect([off() < 0.5, curvesSoon(written)]).toEqual([true, 2]);
  });

  // Mutant: the next lap is prepared when the crossing would be over, had it come in time -> fails: it breaks off.
  it('[OWN4] that crosses late, leaves the deck alone that still fades', async () => {
    const player = playFrom(sessionTimeOf(1));
    await seconds(0.5);
    ahead += lapFrom(SECONDS, 1) + 8;
    const [begun, place] = [context.currentTime, elements[0]?.currentTime ?? Number.NaN];
    player.tend?.(now());
    await seconds(1);
    player.tend?.(now());
    await seconds(0.5);
    const moved = (elements[0]?.currentTime ?? Number.NaN) - place;
    expect(Math.abs(moved - (context.currentTime - begun))).toBeLessThan(0.3);
  });
});
