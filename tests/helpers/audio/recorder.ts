import { inTap } from '../tap.ts';
import { RATE } from './markers.ts';

/** What reaches the destination of a real context, sample by sample, whatever the main thread is doing. */
export interface Recorder {
  readonly node: AudioNode;
  /** All that was heard, and the frame of the context's clock at which it begins. */
  read(): Promise<{ readonly first: number; readonly channels: Float32Array[] }>;
}

const PROCESSOR = `
registerProcessor('recorder', class extends AudioWorkletProcessor {
  constructor({ processorOptions: { frames } }) {
    super();
    this.channels = [new Float32Array(frames), new Float32Array(frames)];
    this.length = 0;
    this.port.onmessage = () => this.port.postMessage({
      first: this.first ?? 0,
      channels: this.channels.map((channel) => channel.slice(0, this.length)),
    });
  }
  process([input], [output]) {
    this.first ??= currentFrame;
    for (const [nth, channel] of this.channels.entries()) {
      const samples = input[nth] ?? input[0] ?? new Float32Array(128);
      output[nth].set(samples);
      const place = currentFrame - this.first;
      if (place + 128 <= channel.length) channel.set(samples, place);
    }
    this.length = Math.min(currentFrame - this.first + 128, this.channels[0].length);
    return true;
  }
});`;

export async function createRecorder(context: BaseAudioContext, seconds: number): Promise<Recorder> {
  const url = URL.createObjectURL(new Blob([PROCESSOR], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(url);
  const node = new AudioWorkletNode(context, 'recorder', {
    outputChannelCount: [2],
    channelCount: 2,
    channelCountMode: 'explicit',
    processorOptions: { frames: seconds * RATE },
  });
  node.connect(context.destination);
  return {
    node,
    read: () =>
      new Promise((resolve) => {
        node.port.onmessage = ({ data }: MessageEvent<Awaited<ReturnType<Recorder['read']>>>) =>
          resolve(data);
        node.port.postMessage(null);
      }),
  };
}

/** A context that is allowed to sound: made on a tap, as people make it. */
export async function openTapped(): Promise<AudioContext> {
  const context = await inTap(() => new AudioContext({ sampleRate: RATE, latencyHint: 'playback' }));
  await context.resume();
  return context;
}

/** Waits by the context's own clock. */
export async function until(context: BaseAudioContext, time: number): Promise<void> {
  while (context.currentTime < time) await new Promise(requestAnimationFrame);
}
