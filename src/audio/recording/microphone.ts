import type { Decibels, Result, Seconds } from '#session/units.ts';
import { createEar } from './ear.ts';
import { GIVE_REST, MICROPHONE_PROCESSOR } from './microphone-processor.ts';
import processorUrl from './microphone.worklet.ts?worker&url';
import type { Raw } from './line-worker.ts';

// The samples themselves, from an AudioWorklet. A MediaRecorder would give a coded file whose format is another in every
// browser, and which has to be decoded before its edges can be found; and it says nothing of how loud it is meanwhile.
// The context is the microphone's own and lives as long as it does: a session's context is not there while one records.

/** Why nothing can be recorded. */
export type MicrophoneProblem = 'refused' | 'missing' | 'busy';

export interface Microphone {
  /** The highest sample of the last tenth of a second, in dB below the loudest there is. */
  level(): Decibels;
  /** From now on what is heard is kept, for so long at the most; a minute where nothing is said. */
  record(most?: Seconds): void;
  /** Ends the recording: all that was heard, to the last sample. */
  finish(): Promise<Raw>;
  /** Lets the microphone go: the device shows that nobody listens any more. */
  close(): void;
}

/** As it is: what makes telephone calls clear makes a calm voice breathe and swell. */
const AS_IT_IS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
/** The audio thread answers within a few milliseconds. */
const PATIENCE_MS = 300;

/** Asks for the microphone; in a tap. */
export async function openMicrophone(): Promise<Result<Microphone, MicrophoneProblem>> {
  if (navigator.mediaDevices === undefined) return { ok: false, problem: 'missing' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: AS_IT_IS });
    return { ok: true, value: await listenTo(stream).catch((cause: unknown) => letGo(stream, cause)) };
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}

async function listenTo(stream: MediaStream): Promise<Microphone> {
  const context = new AudioContext();
  try {
    return await microphoneIn(context, stream);
  } catch (cause) {
    void context.close(); // only a few may be open at once, and on a telephone each holds the device
    throw cause;
  }
}

async function microphoneIn(context: AudioContext, stream: MediaStream): Promise<Microphone> {
  await context.audioWorklet.addModule(processorUrl);
  const source = context.createMediaStreamSource(stream);
  const processor = new AudioWorkletNode(context, MICROPHONE_PROCESSOR, {
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  const unheard = new GainNode(context, { gain: 0 });
  source.connect(processor).connect(unheard).connect(context.destination); // what leads nowhere is not worked out
  const ear = createEar(context.sampleRate);
  processor.port.onmessage = ({ data }: MessageEvent<Float32Array>) => ear.hear(data);
  await context.resume();
  return {
    level: ear.level,
    record: ear.record,
    async finish() {
      const rest = ear.rest();
      processor.port.postMessage(GIVE_REST);
      await Promise.race([rest, aMoment()]); // an audio thread that stands still has nothing to add
      return { samples: ear.finish(), rate: context.sampleRate };
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}

/** Nobody is listened to where nothing can be recorded. */
function letGo(stream: MediaStream, cause: unknown): never {
  for (const track of stream.getTracks()) track.stop();
  throw cause;
}

function problemOf(cause: unknown): MicrophoneProblem {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}
