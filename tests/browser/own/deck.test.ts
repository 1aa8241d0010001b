import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeDeck, type Deck } from '#audio/own/deck.ts';
import { RATE, samples } from '../../helpers/audio/markers.ts';
import { openTapped, until } from '../../helpers/audio/recorder.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

const NativeAudio = Audio;
let elements: HTMLAudioElement[] = [];
/** What the browser says of the element that is kept from whoever listens. */
let unsaid: readonly string[] = [];
let context: AudioContext;
let analyser: AnalyserNode;
let deck: Deck;
let url = '';

/** It stands still at 0.2: what is heard is the gain alone. */
const file = wavFile(
  RATE,
  samples(40, () => 0.2),
);

beforeEach(async () => {
  [unsaid, elements] = [[], []];
  globalThis.Audio = class extends NativeAudio {
    constructor(src?: string) {
      super(src);
      elements.push(this);
      for (const event of ['playing', 'seeked', 'canplay'])
        this.addEventListener(event, (said) => {
          if (unsaid.includes(event)) said.stopImmediatePropagation();
        });
    }
  };
  context = await openTapped();
  analyser = context.createAnalyser();
  analyser.connect(context.destination);
  url = URL.createObjectURL(file);
  deck = takeDeck(context, url);
  deck.fader.value = 1;
  deck.connect(analyser);
});
afterEach(async () => {
  globalThis.Audio = NativeAudio;
  deck.release();
  await context.close();
  URL.revokeObjectURL(url);
});

function heard(): number {
  const block = new Float32Array(128);
  analyser.getFloatTimeDomainData(block);
  return block.at(-1) ?? 0;
}
const isAt = (place: number) =>
  expect.poll(() => Math.abs((deck.position() ?? Number.NaN) - place), { timeout: 5000 }).toBeLessThan(1);

describe('a deck', () => {
  // Mutant: only "playing" opens it -> fails: it is never heard again, and says that it is.
  it('[OWN4] comes up at its new place, though only the end of the seek is told', async () => {
    deck.run(0);
    await isAt(0);
    await expect.poll(heard).toBeGreaterThan(0.15);
    unsaid = ['playing', 'canplay'];
    deck.run(30);
    await isAt(30);
    await expect.poll(heard, { timeout: 3000 }).toBeGreaterThan(0.15);
  });

  // Mutant: opened although it still seeks -> fails.
  it('[OWN4] is not heard before it is where it was asked to be', async () => {
    deck.run(0);
    await isAt(0);
    deck.run(30);
    const element = elements[0];
    // A browser that plays on while it seeks.
    Object.defineProperty(element, 'readyState', {
      configurable: true,
      value: HTMLMediaElement.HAVE_ENOUGH_DATA,
    });
    element?.dispatchEvent(new Event('playing'));
    expect([element?.seeking, deck.position()]).toEqual([true, undefined]);
    await isAt(30);
  });

  // Mutant: its place is told although its guard is closed -> fails: nobody asks it again.
  it('[OWN4] has no place where it plays and is not heard', async () => {
    unsaid = ['playing', 'canplay', 'seeked'];
    deck.run(0);
    await expect.poll(() => elements[0]?.currentTime).toBeGreaterThan(0.3);
    await until(context, context.currentTime + 0.2);
    expect([heard(), deck.position()]).toEqual([0, undefined]);
    unsaid = [];
    deck.run(5);
    await isAt(5);
  });
});
