import type { Seconds } from '#session/units.ts';

/** `31:40`: minutes do not turn into hours, for that is how sessions are spoken about. */
export function clock(duration: Seconds): string {
  const whole = Math.max(0, Math.floor(duration));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Counting down, so that 0:00 is shown only when it is over. */
export function countdown(duration: Seconds): string {
  return clock(Math.ceil(duration));
}

/** The time of day on the wall: `16:25`. */
export function wallClock(ms: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    ms,
  );
}

/** A day by its name: `22 November 2026`. */
export function dayName(ms: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(ms);
}

export function minutesOf(duration: Seconds): number {
  return Math.round(duration / 60);
}

/** Megabytes with one decimal, more than nothing for what is small: `0.1`. */
export function megabytes(bytes: number, language: string): string {
  const shown = Math.max(0.1, bytes / 1024 ** 2);
  return new Intl.NumberFormat(language, { maximumFractionDigits: shown < 10 ? 1 : 0 }).format(shown);
}
