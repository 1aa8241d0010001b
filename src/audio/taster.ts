import type { Decibels, Seconds } from '#session/units.ts';
import { gainOf } from './ramp.ts';

/** Nothing is tried out for longer than this. */
export const LONGEST_TASTE: Seconds = 9;
const FADE: Seconds = 1.5;
const HUSH: Seconds = 0.05;
const AHEAD: Seconds = 0.05;

/** Lets one thing at a time be heard for a while, with soft edges; the next one ends it. */
export interface Taster {
  readonly input: AudioNode;
  /** Resolves when it is over: true when it was heard to its end. `start` is told when, in the context's time. */
  taste(node: AudioNode, level: Decibels, seconds: Seconds, start: (from: number) => void): Promise<boolean>;
  /** What to do when something that sounds by other means is to stop. */
  onStop(stop: () => void): void;
  stop(): void;
}

export function createTaster(context: AudioContext, destination: AudioNode): Taster {
  const input = context.createGain();
  input.connect(destination);
  let stop: () => void = () => undefined;
  return {
    input,
    taste(node, level, seconds, start) {
      const fade = context.createGain();
      node.connect(fade).connect(input);
      const from = context.currentTime + AHEAD;
      const to = from + Math.min(LONGEST_TASTE, seconds);
      shape(fade.gain, gainOf(level), from, to);
      start(from);
      return new Promise((resolve) => {
        const end = endAt(context, to, () => {
          node.disconnect();
          fade.disconnect();
          resolve(context.currentTime >= to);
        });
        stop = () => hush(fade.gain, end, context.currentTime);
      });
    },
    onStop: (other) => void (stop = other),
    stop: () => stop(),
  };
}

/** The audio thread's own word for when something is over. */
function endAt(context: AudioContext, to: number, onEnd: () => void): AudioScheduledSourceNode {
  const end = context.createConstantSource();
  end.onended = onEnd;
  end.start();
  end.stop(to);
  return end;
}

function shape(gain: AudioParam, full: number, from: number, to: number): void {
  const fade = Math.min(FADE, (to - from) / 3);
  gain.setValueAtTime(0, from);
  gain.linearRampToValueAtTime(full, from + Math.min(0.03, fade));
  gain.setValueAtTime(full, to - fade);
  gain.linearRampToValueAtTime(0, to);
}

function hush(gain: AudioParam, end: AudioScheduledSourceNode, now: number): void {
  gain.cancelScheduledValues(now);
  gain.setTargetAtTime(0, now, HUSH / 2);
  end.stop(now + 4 * HUSH);
}
