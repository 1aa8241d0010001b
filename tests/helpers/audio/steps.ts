/** How far a sound jumps from one sample to the next, and how sharply it turns: what a click is made of. */
export interface Steps {
  readonly step: number;
  readonly turn: number;
}

export function stepsOf(channels: readonly Float32Array[], from = 0, to = Infinity): Steps {
  let step = 0;
  let turn = 0;
  for (const samples of channels) {
    let before = samples[from] ?? 0;
    let slope = 0;
    for (let i = from + 1; i < Math.min(samples.length, to); i++) {
      const here = samples[i] ?? 0;
      const next = here - before;
      step = Math.max(step, Math.abs(next));
      if (i > from + 1) turn = Math.max(turn, Math.abs(next - slope));
      slope = next;
      before = here;
    }
  }
  return { step, turn };
}

export function channelsOf(buffer: AudioBuffer): Float32Array[] {
  return Array.from({ length: buffer.numberOfChannels }, (_, nth) => buffer.getChannelData(nth));
}
