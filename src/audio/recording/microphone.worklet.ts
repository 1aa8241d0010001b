import { createChunks, GIVE_REST, MICROPHONE_PROCESSOR } from './microphone-processor.ts';

/** Hands on what the microphone hears, in chunks; lets nothing out. */
class MicrophoneProcessor extends AudioWorkletProcessor {
  readonly #chunks = createChunks((chunk) => this.port.postMessage(chunk, [chunk.buffer]));

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === GIVE_REST) this.#chunks.giveRest();
    };
  }

  process(inputs: Float32Array[][]): boolean {
    const heard = inputs[0]?.[0];
    if (heard !== undefined) this.#chunks.add(heard);
    return true;
  }
}

registerProcessor(MICROPHONE_PROCESSOR, MicrophoneProcessor);
