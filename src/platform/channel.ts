/** What is said between the windows of this app on one device. */
export interface Channel {
  /** Reaches every other window, not the one that says it. */
  say(message: unknown): void;
}

/** Undefined where the browser lets no window speak to another. */
export function openChannel(name: string, onHeard: (message: unknown) => void): Channel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onHeard(data);
  return { say: (message) => channel.postMessage(message) };
}

/**
 * Milliseconds by a clock that windows of one device have in common as far as the browser can: it never jumps while a
 * window is open, but was set when that was opened, so after the device's time was put right they may differ.
 */
export function sharedMs(): number {
  return performance.timeOrigin + performance.now();
}
