import { sessionTimeOf, type Seconds, type SessionTime } from '#session/units.ts';
import { crossingOf } from './own-loop.ts';

/** Where a sound that goes round and round is at a moment of the session. Laps overlap by the crossing. */
export interface LapPlace {
  readonly nth: number;
  /** In the sound, from its beginning. */
  readonly position: Seconds;
}

/** The same for every session and every device: a sound of `seconds` begins with the session and never stops. */
export function lapAt(seconds: Seconds, at: SessionTime): LapPlace {
  const length = seconds - crossingOf(seconds);
  const nth = Math.max(0, Math.floor(at / length));
  return { nth, position: Math.max(0, at - nth * length) };
}

export function lapFrom(seconds: Seconds, nth: number): SessionTime {
  return sessionTimeOf(nth * (seconds - crossingOf(seconds)));
}

/** Where a sound that repeats by itself has to be now, to be at its beginning `ahead` seconds from now. */
export function placeBefore(duration: Seconds, ahead: Seconds): Seconds {
  const place = -ahead % duration;
  return place < 0 ? place + duration : Math.abs(place);
}

/** How far `place` is ahead of `wanted` in a sound that repeats; behind, when negative. */
export function offBy(duration: Seconds, place: Seconds, wanted: Seconds): Seconds {
  const by = place - wanted;
  return by - duration * Math.round(by / duration);
}
