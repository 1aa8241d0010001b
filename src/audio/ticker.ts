/** Calls every so many milliseconds from a worker: a hidden page's own timers come once a minute, a worker's are not held back. */
export interface Ticker {
  stop(): void;
}

export function startTicker(everyMs: number, onTick: () => void): Ticker {
  const worker = new Worker(new URL('./ticker.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = onTick;
  worker.postMessage(everyMs);
  return { stop: () => worker.terminate() };
}
