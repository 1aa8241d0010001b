import { createLimiter } from './limiter.ts';
import { LIMITER_PROCESSOR } from './processor-name.ts';
import { createStandstillGate } from './standstill.ts';

/** The limiter on the audio thread: stereo in, stereo out, a mono or missing input taken as it comes. */
class LimiterProcessor extends AudioWorkletProcessor {
  readonly #limiter = createLimiter(sampleRate);
  readonly #silence = new Float32Array(128);
  readonly #gate = createStandstillGate(sampleRate, (lastedMs) => this.port.postMessage(lastedMs));

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<boolean>) => this.#gate.arm(data);
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const left = inputs[0]?.[0] ?? this.#silence;
    const right = inputs[0]?.[1] ?? left;
    const outLeft = outputs[0]?.[0];
    const outRight = outputs[0]?.[1];
    if (outLeft === undefined || outRight === undefined) return true;
    this.#limiter.process(left, right, outLeft, outRight);
    this.#gate.pass(Date.now(), [outLeft, outRight]);
    return true;
  }
}

registerProcessor(LIMITER_PROCESSOR, LimiterProcessor);
