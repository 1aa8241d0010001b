import { sessionTimeOf, type Seconds, type SessionTime } from '#session/units.ts';

declare const audioTime: unique symbol;

/** Seconds of the audio context's own clock; what `start(when)` and every AudioParam want. */
export type AudioTime = number & { readonly [audioTime]: true };

/** The one place where session time and audio time meet. */
export interface Clock {
  /** Lets session time `at` fall on the context's time `when`. */
  readonly set: (at: SessionTime, when: AudioTime) => void;
  readonly when: (at: SessionTime) => AudioTime;
  readonly at: (when: AudioTime) => SessionTime;
  /** Where the session is now. */
  readonly position: () => SessionTime;
  /** The context's now, a little later than asked for. */
  readonly soon: (by: Seconds) => AudioTime;
}

/** A clock over anything that has a `currentTime` in seconds, such as an audio context. */
export function createClock(context: { readonly currentTime: number }): Clock {
  /** Audio time of session time 0. */
  let origin = 0;
  const at = (when: AudioTime) => sessionTimeOf(when - origin);
  return {
    set: (place, when) => void (origin = when - place),
    when: (place) => (origin + place) as AudioTime,
    at,
    position: () => at(context.currentTime as AudioTime),
    soon: (by) => (context.currentTime + by) as AudioTime,
  };
}
