import { expect, it } from 'vitest';
import { openContext } from '#audio/context.ts';
import { createRecorder, openTapped, until, type Recorder } from '../../helpers/audio/recorder.ts';

const NativeContext = AudioContext;
const RATE = 48_000;

/** What is sent to the destination of the next context that is opened, as it would reach the device. */
async function sentBy(open: () => Promise<AudioContext>): Promise<Recorder> {
  let sent: GainNode | undefined;
  globalThis.AudioContext = class extends NativeContext {
    override get destination(): AudioDestinationNode {
      return (sent ?? super.destination) as AudioDestinationNode;
    }
    tap(): void {
      sent = this.createGain();
    }
    constructor(options?: AudioContextOptions) {
      super(options);
      this.tap();
    }
  };
  try {
    const context = await open();
    const tapped = sent;
    sent = undefined;
    const recorder = await createRecorder(context, 1);
    tapped?.connect(recorder.node);
    return recorder;
  } finally {
    globalThis.AudioContext = NativeContext;
  }
}

// Mutant: `neverNothing` taken out -> red: nothing but zeros, and Chromium leaves the device after half a minute of them.
it('[E17] a context at which nothing plays sends something nobody can hear, and so keeps the clock of the device', async () => {
  await (await openTapped()).close();
  let context: AudioContext | undefined;
  const recorder = await sentBy(async () => {
    ({ context } = await openContext(true));
    return context;
  });
  if (context === undefined) return expect.fail('no context');
  await until(context, context.currentTime + 0.5);
  const { channels } = await recorder.read();
  await context.close();
  const heard = (channels[0] ?? new Float32Array()).slice(-RATE / 10);
  expect(heard.length).toBe(RATE / 10);
  const highest = Math.max(...heard.map(Math.abs));
  expect(highest).toBeGreaterThan(2 / 32_768); // not nothing as 16 bits either
  expect(highest).toBeLessThan(1.01e-4);
  const crossings = heard.filter((sample, nth) => sample >= 0 && (heard[nth - 1] ?? 0) < 0).length;
  expect(crossings).toBe(3); // 30 Hz
});
