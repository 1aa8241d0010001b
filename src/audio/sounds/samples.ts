/** One channel of sound, −1 to 1. Backed by a plain ArrayBuffer, so it can be transferred out of a worker. */
export type Samples = Float32Array<ArrayBuffer>;

function rms(samples: Samples): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

export function scale(samples: Samples, factor: number): Samples {
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) * factor;
  return samples;
}

/** Adds `other` × `factor` into `samples`; both run as long as the shorter. */
export function mixInto(samples: Samples, other: Samples, factor = 1): Samples {
  const length = Math.min(samples.length, other.length);
  for (let i = 0; i < length; i++) samples[i] = (samples[i] ?? 0) + (other[i] ?? 0) * factor;
  return samples;
}

/** Brings channels to one common RMS (over all of them), keeping their balance. */
export function toRms(channels: Samples[], wanted: number): Samples[] {
  const power = channels.reduce((sum, channel) => sum + rms(channel) ** 2, 0) / channels.length;
  const factor = wanted / Math.sqrt(power);
  return channels.map((channel) => scale(channel, factor));
}
