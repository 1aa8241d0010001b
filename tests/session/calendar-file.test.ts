import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayFrom } from '#session/calendar.ts';
import { calendarFile, type CalendarEvent } from '#session/calendar-file.ts';
import { eventsIn } from '../helpers/calendar.ts';

const octets = (line: string) => new TextEncoder().encode(line).length;
/** Everything that can be typed, and what cannot. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
  fc.string({
    unit: fc.constantFrom('a', 'ü', '語', '🌊', '\ud83c', ',', ';', '\\', '\n', '\r', ':', '"', ' ', '\t'),
    maxLength: 200,
    size: 'max',
  }),
);
const anyEvent: fc.Arbitrary<CalendarEvent> = fc.record({
  id: fc.uuid(),
  revision: fc.nat(99),
  first: fc.integer({ min: 0, max: 3000 }).map((by) => dayAfter(dayFrom(2024, 1, 1), by)),
  days: fc.integer({ min: 1, max: 40 }),
  time: fc.integer({ min: 0, max: 1439 }),
  minutes: fc.integer({ min: 1, max: 60 }),
  title: anyText,
  about: anyText,
});
const anyMoment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const one: CalendarEvent = {
  ...{ id: 'a1', revision: 2, first: dayFrom(2026, 10, 24), days: 3, time: 20 * 60 + 5, minutes: 10 },
  ...{ title: 'Body scan, 10 minutes', about: '' },
};

describe('a calendar file', () => {
  it('[CF4] reads like this', () => {
    expect(calendarFile([one], Date.UTC(2026, 10, 25, 7, 8, 9)).replaceAll('\r\n', '\n'))
      .toMatchInlineSnapshot(`
        "BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Undertone//Practice plan//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:a1@undertone
        DTSTAMP:20261125T070809Z
        SEQUENCE:2
        DTSTART:20261024T200500
        DURATION:PT10M
        RRULE:FREQ=DAILY;UNTIL=20261026T200500
        SUMMARY:Body scan\\, 10 minutes
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT0S
        DESCRIPTION:Body scan\\, 10 minutes
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        "
      `);
  });

  // Mutants: octets counted as characters; the space of a continued line not counted -> both fail.
  it('[CF1] has lines of at most 75 octets that end in CR LF, and unfolds to what was written', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 3 }), anyMoment, (events, atMs) => {
        const file = calendarFile(events, atMs);
        expect(file.endsWith('\r\n')).toBe(true);
        const lines = file.slice(0, -2).split('\r\n');
        for (const line of lines) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]|\p{Surrogate}/u);
        }
        const whole = file.replaceAll('\r\n ', '').slice(0, -2).split('\r\n');
        expect(whole.every((line) => /^[A-Z-]+:/.test(line))).toBe(true);
        expect(whole.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(events.length);
      }),
    );
  });

  // Mutants: backslashes not escaped; half characters let through (in UTF-8 they are none) -> fail.
  it('[CF2] gives any text back, but for control characters and half characters', () => {
    const plain = (text: string) =>
      text
        .replace(/\r\n?/g, '\n')
        // eslint-disable-next-line no-control-regex -- those that may not stand in a text
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
        .replace(/\p{Surrogate}/gu, '\ufffd');
    fc.assert(
      fc.property(anyEvent, (event) => {
        const [parsed] = eventsIn(calendarFile([event], 0));
        expect(parsed?.title ?? '').toBe(plain(event.title));
        expect(parsed?.about ?? '').toBe(plain(event.about));
        expect(parsed?.alarms.map(({ text }) => text)).toEqual([plain(event.title)]);
      }),
    );
  });

  // Mutant: UNTIL a day early (`days - 2`) -> fails.
  it('[CF3] has every occurrence on its day, at its time by the clock on the wall', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), anyMoment, (events, atMs) => {
        const parsed = eventsIn(calendarFile(events, atMs));
        expect(
          parsed.map(({ days, time, minutes, floating }) => ({ days, time, minutes, floating })),
        ).toEqual(
          events.map(({ first, days, time, minutes }) => ({
            ...{ days: Array.from({ length: days }, (_, nth) => dayAfter(first, nth)), time, minutes },
            floating: true,
          })),
        );
      }),
    );
  });

  it('[CF3] is moved by no change of the clocks', () => {
    const zone = process.env['TZ'];
    try {
      for (const tz of ['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC']) {
        process.env['TZ'] = tz;
        const [parsed] = eventsIn(calendarFile([{ ...one, time: 150, days: 200 }], 0));
        expect(parsed?.days).toHaveLength(200);
        expect(parsed?.days.at(-1)).toBe(dayAfter(one.first, 199));
        expect(parsed?.time).toBe(150);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('[CF4] has one alarm an event, when it begins, under the same id in every file', () => {
    fc.assert(
      fc.property(anyEvent, anyMoment, (event, atMs) => {
        const [parsed] = eventsIn(calendarFile([event], atMs));
        const [again] = eventsIn(
          calendarFile([one, { ...event, revision: event.revision + 1 }], atMs + 1),
        ).slice(1);
        expect(parsed?.alarms.map(({ action, seconds }) => [action, seconds])).toEqual([['DISPLAY', 0]]);
        expect(again?.uid).toBe(parsed?.uid);
        expect(again?.revision).toBe(event.revision + 1);
      }),
    );
  });
});
