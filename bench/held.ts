import type { CDPSession } from '@playwright/test';

/** What a page holds on to. */
export interface Held {
  readonly heapKilobytes: number;
  readonly domNodes: number;
  readonly listeners: number;
  readonly audioNodes: number;
}

/** From now on; the answer tells how many there are by then. */
export async function countAudioNodes(session: CDPSession): Promise<() => number> {
  let nodes = 0;
  session.on('WebAudio.audioNodeCreated', () => nodes++);
  session.on('WebAudio.audioNodeWillBeDestroyed', () => nodes--);
  await session.send('WebAudio.enable');
  return () => nodes;
}

export async function heldBy(session: CDPSession, audioNodes: () => number): Promise<Held> {
  // Twice: what the first one lets go of may have held something else.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return {
    heapKilobytes: usedSize / 1000,
    domNodes: nodes,
    listeners: jsEventListeners,
    audioNodes: audioNodes(),
  };
}
