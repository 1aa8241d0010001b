import { afterEach, expect, it, vi } from 'vitest';
import { openMicrophone } from '#audio/recording/microphone.ts';

const NativeContext = AudioContext;
afterEach(() => {
  vi.restoreAllMocks();
  globalThis.AudioContext = NativeContext;
});

// Mutant: the context of a microphone that could not be listened to is left open -> fails.
it('[E26] a microphone that cannot be listened to is let go of, with its context', async () => {
  const heard = new NativeContext();
  const { stream } = heard.createMediaStreamDestination();
  const made: AudioContext[] = [];
  globalThis.AudioContext = class extends NativeContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      made.push(this);
    }
  };
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  vi.spyOn(AudioWorklet.prototype, 'addModule').mockRejectedValue(new Error('no network'));
  expect(await openMicrophone()).toEqual({ ok: false, problem: 'busy' });
  await expect.poll(() => made.map(({ state }) => state)).toEqual(['closed']);
  expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
  await heard.close();
});
