/** Something began to sound after a second of silence. */
export interface Onset {
  /** Of the audio context's clock. */
  readonly frame: number;
  /** What the wall clock said on the audio thread then. */
  readonly wallMs: number;
}

declare global {
  // All that began to sound in this page.
  var onsets: readonly Onset[];
  // When a timer of this page came that wants to come four times a second, in its own milliseconds.
  var ticks: readonly number[];
}

/**
 * Run in a page before anything of it: notes on the audio thread itself what is sent to the device, whatever becomes of
 * the page meanwhile. It needs a page without its policy.
 */
export function hearOnsets(): void {
  const [onsets, ticks]: [Onset[], number[]] = [[], []];
  Object.assign(globalThis, { onsets, ticks });
  setInterval(() => ticks.push(performance.now()), 250);
  const processor = `registerProcessor('onsets', class extends AudioWorkletProcessor {
    process([[samples = []]]) {
      const nth = samples.findIndex((sample) => Math.abs(sample) > 1e-3);
      if (nth < 0) return true;
      const frame = currentFrame + nth;
      if (!(frame - this.last < sampleRate)) this.port.postMessage({ frame, wallMs: Date.now() });
      this.last = currentFrame + samples.findLastIndex((sample) => Math.abs(sample) > 1e-3);
      return true;
    }
  });`;
  const connect = Reflect.get(AudioNode.prototype, 'connect') as (
    this: AudioNode,
    ...to: unknown[]
  ) => AudioNode;
  async function hear(node: AudioNode, context: AudioContext): Promise<void> {
    await context.audioWorklet.addModule(
      URL.createObjectURL(new Blob([processor], { type: 'text/javascript' })),
    );
    const ear = new AudioWorkletNode(context, 'onsets');
    ear.port.onmessage = ({ data }: MessageEvent<Onset>) => void onsets.push(data);
    connect.call(connect.call(node, ear), context.destination); // only what leads there is heard
  }
  Object.assign(AudioNode.prototype, {
    connect(this: AudioNode, ...to: unknown[]): AudioNode {
      const leads = to[0] instanceof AudioDestinationNode;
      if (leads && this.context instanceof AudioContext) void hear(this, this.context);
      return connect.apply(this, to);
    },
  });
}
