import { CHUNK, MICROPHONE_PROCESSOR } from './microphone-processor.ts';

/** Hands on what the microphone hears, in chunks; lets nothing out. */
class MicrophoneProcessor extends AudioWorkletProcessor {
  #chunk = new Float32Array(CHUNK);
  #filled = 0;

  process(inputs: Float32Array[][]): boolean {
    const heard = inputs[0]?.[0];
    if (heard === undefined) return true;
    this.#chunk.set(heard, this.#filled);
    this.#filled += heard.length;
    if (this.#filled === CHUNK) {
      this.port.postMessage(this.#chunk, [this.#chunk.buffer]);
      this.#chunk = new Float32Array(CHUNK);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor(MICROPHONE_PROCESSOR, MicrophoneProcessor);
