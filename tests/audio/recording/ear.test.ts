import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEar } from '#audio/recording/ear.ts';
import { CHUNK, createChunks } from '#audio/recording/microphone-processor.ts';

/** What an audio thread hands over: blocks of 128 samples. */
const blocks = (count: number) =>
  Array.from({ length: count }, (_, nth) => Float32Array.from({ length: 128 }, (_, i) => nth * 128 + i + 1));

describe('what the microphone heard', () => {
  // Mutant: `giveRest` that gives nothing -> fails: up to 45 ms before Stop are gone.
  it('[E26] is kept to the last sample before Stop', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(70), fc.nat(40), async (before, during) => {
        const ear = createEar(48_000);
        const chunks = createChunks((chunk) => ear.hear(chunk));
        for (const block of blocks(before)) chunks.add(block);
        ear.record();
        const spoken = blocks(during);
        for (const block of spoken) chunks.add(block);
        const rest = ear.rest();
        chunks.giveRest();
        await rest;
        const heard = [...ear.finish()];
        const words = spoken.flatMap((block) => [...block]);
        // What was in the chunk when it began comes along; it is trimmed like any silence.
        expect(heard.slice(heard.length - words.length)).toEqual(words);
        expect(heard.length - words.length).toBeLessThan(CHUNK);
      }),
      { numRuns: 50 },
    );
  });

  it('[E26] is a minute at the most', () => {
    const ear = createEar(1000);
    ear.record();
    for (let nth = 0; nth < 40; nth++) ear.hear(new Float32Array(CHUNK));
    expect(ear.finish().length).toBe(CHUNK * Math.floor(60_000 / CHUNK));
  });

  // Mutant: `record` that forgets what it was asked for -> red.
  it('[E26] is as long as was asked for, and a minute again the next time', () => {
    const ear = createEar(1000);
    for (const [most, length] of [
      [180, 180_000],
      [undefined, 60_000],
    ] as const) {
      ear.record(most);
      for (let nth = 0; nth < 120; nth++) ear.hear(new Float32Array(CHUNK));
      expect(ear.finish().length).toBe(CHUNK * Math.floor(length / CHUNK));
    }
  });
});
