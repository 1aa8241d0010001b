import { levelAt, type Automation } from '#session/automation.ts';
import { SILENCE, type Decibels } from '#session/units.ts';
import type { AudioTime, Clock } from './clock.ts';

/** The factor for a level; −80 dB and less stay a factor above 0, for an exponential ramp can neither begin nor end there. */
export function gainOf(level: Decibels): number {
  return 10 ** (Math.max(SILENCE, level) / 20);
}

/** An automation in the audio thread's hands, and the way to give it another one. */
export interface WrittenLevel {
  /** From `from` on it follows this automation; what is before goes on as it was written. Both must agree at `from`. */
  write(automation: Automation, from: AudioTime): void;
}

/**
 * Hands an automation to the browser whole. An exponential ramp of gain is a straight one of decibels, so what is heard
 * agrees with `levelAt` at every sample.
 */
export function writtenLevel(param: AudioParam, clock: Clock): WrittenLevel {
  let written: Automation | undefined;
  return {
    write(automation, from) {
      if (written !== undefined && agreeAfter(written, automation, clock, from)) {
        written = automation;
        return;
      }
      const level = levelAt(automation, clock.at(from));
      if (written === undefined) param.setValueAtTime(gainOf(level), from);
      else holdAt(param, gainOf(level), from);
      for (const point of automation) {
        const when = clock.when(point.at);
        if (when > from) param.exponentialRampToValueAtTime(gainOf(point.level), when);
      }
      written = automation;
    },
  };
}

/**
 * Ends what is written at `from` without a corner before it. Cancelling a ramp makes the value fall back to where the
 * ramp began; Chromium can hold instead, elsewhere (Firefox, Safari) the same ramp is written anew up to `from`.
 */
function holdAt(param: AudioParam, value: number, from: AudioTime): void {
  if ('cancelAndHoldAtTime' in param) param.cancelAndHoldAtTime(from);
  else (param as AudioParam).cancelScheduledValues(from);
  param.exponentialRampToValueAtTime(value, from);
}

function agreeAfter(one: Automation, other: Automation, clock: Clock, from: AudioTime): boolean {
  const places = [...one, ...other].map((point) => point.at).filter((at) => clock.when(at) > from);
  return [clock.at(from), ...places].every((at) => Math.abs(levelAt(one, at) - levelAt(other, at)) < 1e-6);
}
