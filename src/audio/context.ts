import { createLimiterNode, type MasterGuard } from './limiter/limiter-node.ts';
import { SAMPLE_RATE } from './sample-rate.ts';

/** The one context, with the limiter before its destination. */
export interface OpenContext {
  readonly context: AudioContext;
  readonly guard: MasterGuard;
}

/**
 * Makes the context; to be called in a tap, or the browser lets it stand still. `goes`: it is to sound at once, which is
 * asked for while that tap still counts. "balanced": Chromium keeps 10 ms ready (20 on Android) where "playback" keeps 21,
 * and a tap is heard 45 ms sooner. What that costs was measured: see docs/performance.md, "How much sound is kept ready".
 */
export async function openContext(goes: boolean): Promise<OpenContext> {
  const context = new AudioContext({ latencyHint: 'balanced', sampleRate: SAMPLE_RATE });
  if (goes) askToGoOn(context);
  const guard = await createLimiterNode(context);
  guard.node.connect(context.destination);
  neverNothing(context);
  return { context, guard };
}

/**
 * −80 dB at 30 Hz. A tone so low is heard from 60 dB SPL on (ISO 226), and this is at 30 where the loudest tone of all is at
 * 110. It is three steps of a 16-bit sample high: more than nothing also behind a Bluetooth codec.
 */
const FLOOR = { gain: 1e-4, frequency: 30 };

/**
 * Chromium takes a context that has sent nothing but zeros for half a minute off the device and onto a clock of its own,
 * which falls behind where the machine is busy: by 5 s in 40 at a load of 14 on two cores, and by nothing with this
 * beside (Chromium 156). A planned silence would end in a sound that counts as lost. Bluetooth headphones go to sleep in
 * one, and swallow the first second of what comes after it.
 */
function neverNothing(context: AudioContext): void {
  const source = new OscillatorNode(context, { frequency: FLOOR.frequency });
  source.connect(new GainNode(context, { gain: FLOOR.gain })).connect(context.destination);
  source.start();
}

/** Never while something else has the sound, such as a call: on iOS that can leave a context wedged for good. */
export function askToGoOn(context: AudioContext): void {
  if (context.state !== 'interrupted') context.resume().catch(() => undefined); // closed meanwhile
}
