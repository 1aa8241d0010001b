/** What exists inside an AudioWorklet; TypeScript's libraries know nothing of it. */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  constructor(options?: unknown);
  abstract process(
    inputs: Float32Array[][],
    outputs: Float32Array[][],
    parameters: Record<string, Float32Array>,
  ): boolean;
}
declare function registerProcessor(
  name: string,
  processor: new (options?: never) => AudioWorkletProcessor,
): void;
declare const sampleRate: number;
declare const currentTime: number;
declare const currentFrame: number;
