import type { Seconds } from '#session/units.ts';

/** Longer than any session; a slip of the finger is noticed. */
const LATEST: Seconds = 300 * 60;

/** `12` or `12:30` as seconds, up to 300 minutes; undefined for anything else. */
export function secondsOf(text: string): Seconds | undefined {
  const found = /^\s*(\d{1,3})(?:[:.](\d{2}))?\s*$/.exec(text);
  const [minutes, seconds] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (found === null || seconds > 59) return undefined;
  const all = minutes * 60 + seconds;
  return all <= LATEST ? all : undefined;
}
