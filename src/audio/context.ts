import { createLimiterNode, type MasterGuard } from './limiter/limiter-node.ts';
import { SAMPLE_RATE } from './sample-rate.ts';

/** The one context, with the limiter before its destination. */
export interface OpenContext {
  readonly context: AudioContext;
  readonly guard: MasterGuard;
}

/**
 * Makes the context; to be called in a tap, or the browser lets it stand still. "balanced": Chromium keeps 10 ms ready
 * (20 on Android) where "playback" keeps 21, and a tap is heard 45 ms sooner. What that costs was measured: see
 * docs/performance.md, "How much sound is kept ready".
 */
export async function openContext(): Promise<OpenContext> {
  const context = new AudioContext({ latencyHint: 'balanced', sampleRate: SAMPLE_RATE });
  const guard = await createLimiterNode(context);
  guard.node.connect(context.destination);
  return { context, guard };
}

/**
 * Whether the sound moves on. `state` says "running" also in a frozen page and in a wedged context, so only the
 * context's clock is believed; asked once a second by the ticker.
 */
export function createWatchdog(context: { readonly currentTime: number }): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const moved = context.currentTime > last;
    last = context.currentTime;
    return moved;
  };
}
