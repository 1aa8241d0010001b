import { RATE } from './markers.ts';

/** A source that writes down what is asked of it. */
export interface FakeSource {
  buffer: AudioBuffer | null;
  readonly startedAt: number | undefined;
  readonly stoppedAt: number | undefined;
}

export interface FakeContext {
  readonly context: BaseAudioContext;
  readonly sources: readonly FakeSource[];
  /** Lets the audio clock run on; what has sounded to its end says so. */
  runTo(time: number): void;
}

const param = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined };
const node = { connect: (to: unknown) => to, disconnect: () => undefined, gain: param };

export function createFakeContext(): FakeContext {
  const clock = { currentTime: 0 };
  const sources: (FakeSource & { runTo(time: number): void })[] = [];
  function createBufferSource() {
    const onEnded: (() => void)[] = [];
    const source = {
      ...node,
      buffer: null as AudioBuffer | null,
      startedAt: undefined as number | undefined,
      stoppedAt: undefined as number | undefined,
      addEventListener: (_: string, listener: () => void) => void onEnded.push(listener),
      start: (when: number) => void (source.startedAt = when),
      stop: () => void (source.stoppedAt = clock.currentTime),
      runTo(time: number) {
        const ends = source.stoppedAt ?? (source.startedAt ?? Infinity) + (source.buffer?.duration ?? 0);
        if (ends <= time) for (const each of onEnded.splice(0)) each();
      },
    };
    sources.push(source);
    return source;
  }
  return {
    context: Object.assign(clock, {
      sampleRate: RATE,
      createBufferSource,
      createGain: () => node,
    }) as unknown as BaseAudioContext,
    sources,
    runTo(time) {
      clock.currentTime = time;
      for (const source of sources) source.runTo(time);
    },
  };
}

/** What the scheduler sees of a decoded clip. */
export function fakeBuffer(duration: number): AudioBuffer {
  return { duration } as AudioBuffer;
}
