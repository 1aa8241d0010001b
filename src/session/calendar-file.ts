import { dayAfter, dayFrom, type Day } from './calendar.ts';

// A calendar as RFC 5545 has it.

/** Something that takes place on so many days one after the other, each time at the same time of day. */
export interface CalendarEvent {
  /** Unlike any other's, and the same in every file: by it a calendar knows what it has already. */
  readonly id: string;
  /** How often it was changed. */
  readonly revision: number;
  readonly first: Day;
  readonly days: number;
  /** Minutes since midnight. */
  readonly time: number;
  /** How long it takes. */
  readonly minutes: number;
  readonly title: string;
  /** More about it; may be empty. */
  readonly about: string;
}

/** The calendar file of some events. `atMs`: when it is made. */
export function calendarFile(events: readonly CalendarEvent[], atMs: number): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Undertone//Practice plan//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, stamp(atMs))),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/**
 * Times are floating (form 1 of section 3.3.5: neither a zone nor UTC): eight in the evening is eight by the clock on the
 * wall, on both sides of a change to summer time and wherever the person travels. So no VTIMEZONE is needed, and UNTIL
 * is floating too, as section 3.3.10 asks for. It blocks no time that others see, and is marked as private.
 */
function eventLines({ id, revision, first, days, time, minutes, title, about }: CalendarEvent, now: string) {
  const last = dayAfter(first, days - 1);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@undertone`,
    `DTSTAMP:${now}`,
    `SEQUENCE:${revision}`,
    `DTSTART:${floating(first, time)}`,
    `DURATION:PT${minutes}M`,
    ...(days > 1 ? [`RRULE:FREQ=DAILY;UNTIL=${floating(last, time)}`] : []),
    `SUMMARY:${escaped(title)}`,
    ...(about === '' ? [] : [`DESCRIPTION:${escaped(about)}`]),
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** `20261122T200000` */
function floating(day: Day, time: number): string {
  return `${day.replaceAll('-', '')}T${two(Math.floor(time / 60))}${two(time % 60)}00`;
}

const DAY_MS = 86_400_000;

/** A moment in UTC: `20261122T190005Z`. */
function stamp(ms: number): string {
  const day = dayAfter(dayFrom(1970, 1, 1), Math.floor(ms / DAY_MS));
  const seconds = Math.floor(ms / 1000) % 60;
  return `${floating(day, Math.floor((ms % DAY_MS) / 60_000)).slice(0, -2)}${two(seconds)}Z`;
}

/** A text as a value (section 3.3.11): it may hold line breaks, which are written as `\n`, and no other control characters. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- those that may not stand in a text
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD') // half of a character, which UTF-8 cannot say
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** The most octets of a line, without its break (section 3.1). */
const LONGEST_LINE = 75;

/** A line in pieces of at most 75 octets of UTF-8, never within a character; each but the first begins with a space. */
function folded(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LONGEST_LINE) {
      pieces.push('');
      octets = 1; // the space
    }
    pieces[pieces.length - 1] += character;
    octets += more;
  }
  return pieces.join('\r\n ');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
