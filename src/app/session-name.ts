import { dayFrom, type Day } from '#session/calendar.ts';

/** What the files of a session are called: `undertone-2026-11-22-1405`, by the device's own clock. */
export function sessionName(beganMs: number): string {
  const began = new Date(beganMs);
  return `undertone-${dayOf(beganMs)}-${two(began.getHours())}${two(began.getMinutes())}`;
}

/** The day by the device's own clock: `2026-11-22`. */
export function dayOf(ms: number): Day {
  const at = new Date(ms);
  return dayFrom(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
