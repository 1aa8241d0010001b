import { levelAt, type Automation, type Breakpoint } from '#session/automation.ts';
import { later, SILENCE, type Decibels, type Seconds } from '#session/units.ts';
import type { AudioTime, Clock } from './clock.ts';

/** From one automation to another that does not meet it. */
const JOIN: Seconds = 0.25;
/** From silence to what should be sounding already. */
export const ENTRY: Seconds = 1.5;
/** Levels nearer than this are the same, in dB. */
const SAME: Decibels = 1e-6;

/** The factor for a level; −80 dB and less stay a factor above 0, for an exponential ramp can neither begin nor end there. */
export function gainOf(level: Decibels): number {
  return 10 ** (Math.max(SILENCE, level) / 20);
}

/** An automation in the audio thread's hands, and the way to give it another one. */
export interface WrittenLevel {
  /** From `from` on it follows this automation, joined by a short ramp where it is elsewhere; what is before goes on as it was written. */
  write(automation: Automation, from: AudioTime): void;
  /** The first of all, for something taken up in its middle: it comes up out of silence. */
  enter(automation: Automation, from: AudioTime): void;
}

/**
 * Hands an automation to the browser whole. An exponential ramp of gain is a straight one of decibels, so what is heard
 * agrees with `levelAt` at every sample.
 */
export function writtenLevel(param: AudioParam, clock: Clock): WrittenLevel {
  let written: Automation | undefined;

  function begin(automation: Automation, from: AudioTime): void {
    param.setValueAtTime(gainOf(levelAt(automation, clock.at(from))), from);
    follow(automation, from);
  }
  function follow(automation: Automation, from: AudioTime): void {
    for (const point of automation) {
      const when = clock.when(point.at);
      if (when > from) param.exponentialRampToValueAtTime(gainOf(point.level), when);
    }
    written = automation;
  }
  return {
    enter: (automation, from) =>
      begin(joined({ at: clock.at(from), level: SILENCE }, automation, ENTRY), from),
    write(automation, from) {
      if (written === undefined) return begin(automation, from);
      if (agreeAfter(written, automation, clock, from)) {
        written = automation;
        return;
      }
      const at = clock.at(from);
      const here = { at, level: levelAt(written, at) };
      holdAt(param, gainOf(here.level), from);
      const meets = Math.abs(here.level - levelAt(automation, at)) < SAME;
      follow(meets ? automation : joined(here, automation, JOIN), from);
    },
  };
}

/** From a place to an automation that is elsewhere, meeting it `by` seconds later. */
function joined(from: Breakpoint, automation: Automation, by: Seconds): Automation {
  const meet = later(from.at, by);
  return [
    from,
    { at: meet, level: levelAt(automation, meet) },
    ...automation.filter((point) => point.at > meet),
  ];
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
  return [clock.at(from), ...places].every((at) => Math.abs(levelAt(one, at) - levelAt(other, at)) < SAME);
}
