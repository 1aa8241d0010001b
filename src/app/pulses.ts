import type { BreathTurn } from '#session/breath-turns.ts';
import type { FeltLine } from '#session/felt-lines.ts';
import type { BreathPart } from '#session/breath.ts';
import { later, latest, type Seconds, type SessionTime, type Span } from '#session/units.ts';

type Turn = BreathTurn | FeltLine;

/** Milliseconds on, off, on: one pulse for in, a short one for the little more, two for out; three light ones for a line. */
export const PULSE_IN: readonly number[] = [70];
const PULSES: Readonly<Partial<Record<BreathPart | 'line', readonly number[]>>> = {
  in: PULSE_IN,
  'top-up': [35],
  out: [45, 110, 45],
  line: [20, 90, 20, 90, 20],
};
/** A pulse that would be felt this late or later is not felt at all. */
const TOO_LATE: Seconds = 0.25;
/** Turns are looked for this far ahead, so that each is waited for and none is found when it has gone by. */
const AHEAD: Seconds = 0.8;
/** Wide enough to hold a turn and no other. */
const HERE: Seconds = 0.001;

interface Parts {
  /** Where the ear is, by the audio clock. */
  readonly heard: () => SessionTime;
  readonly turns: (span: Span) => readonly Turn[];
  readonly vibrate: (pulse: readonly number[]) => void;
  readonly wait: (by: Seconds, then: () => void) => void;
}

/**
 * Makes the breath felt [E44]. `look` is called a few times a second; what it finds ahead is waited for, and asked once
 * more when its moment has come, so that a page that was held up, a pause or a tap that changed the session leaves no
 * pulse behind that does not belong to what is heard.
 */
export function createPulses({ heard, turns, vibrate, wait }: Parts): { look(): void } {
  let told = heard();

  function feel({ at, part }: Turn): void {
    const pulse = PULSES[part];
    const apart = Math.abs(heard() - at);
    const still = turns({ from: later(at, -HERE), to: later(at, HERE) }).some((turn) => turn.part === part);
    if (pulse !== undefined && apart < TOO_LATE && still) vibrate(pulse);
  }

  return {
    look() {
      const now = heard();
      const ahead = later(now, AHEAD);
      // The session may have been taken up again further back: what is told is told from there.
      if (told > later(ahead, AHEAD)) told = now;
      const from = latest(told, later(now, -TOO_LATE));
      for (const turn of turns({ from, to: ahead })) wait(turn.at - now, () => feel(turn));
      told = latest(told, ahead);
    },
  };
}
