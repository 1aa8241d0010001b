import { expect, it } from 'vitest';
import { ThisDevice } from '#app/this-device.svelte.ts';

type Ports = ConstructorParameters<typeof ThisDevice>[0];

/** A device on which nothing was ever kept, and which takes so long to say so. */
const answering = (ms: number): Ports =>
  ({
    settings: { load: () => new Promise((resolve) => setTimeout(resolve, ms)) },
    isUsed: () => Promise.resolve(false),
  }) as unknown as Ports;

// Mutant: a second's patience -> red: a new person is taken for a known one, and shown a clinic's timeline.
it('waits for a slow disk to say that nobody was here before', async () => {
  const device = new ThisDevice(answering(1500));
  await device.opened;
  expect([device.used, device.side]).toEqual([false, undefined]);
});

it('stops nobody with a question where the disk does not answer', async () => {
  const device = new ThisDevice(answering(60_000));
  await device.opened;
  expect([device.used, device.side]).toEqual([true, undefined]);
});
