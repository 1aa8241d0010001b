import type { JournalPage } from '#session/journal-page.ts';

/** Noon of 25 November 2026 in Greenwich. */
export const NOON = Date.UTC(2026, 10, 25, 12);

/** A page with a few words on it. */
export function pageWith(change: Partial<JournalPage> = {}): JournalPage {
  return {
    id: 'page-1',
    beganMs: NOON,
    changedMs: NOON,
    day: '2026-11-25',
    mood: undefined,
    question: undefined,
    text: 'The sea was grey and kind.',
    spoken: [],
    ...change,
  };
}

const WORDS = [
  ...['water', 'grey', 'kind', 'window', 'breath', 'mother', 'garden', 'slow', 'again', 'hands', 'Mélange'],
  ...['morning', 'heavy', 'light', 'a door', 'the bell', 'rain', 'quiet', 'voice', 'stone', 'Größe', 'bread'],
];

/** Years of pages, one or two a day back from today, each of some 90 words; every seventh has one word more. */
export function manyPages(count: number, todayMs: number): JournalPage[] {
  return Array.from({ length: count }, (_, nth) => {
    const beganMs = todayMs - nth * 13 * 3_600_000;
    const words = Array.from({ length: 90 }, (_, word) => WORDS[(nth * 7 + word * word) % WORDS.length]);
    return pageWith({
      id: `page-${nth}`,
      ...{ beganMs, changedMs: beganMs, day: new Date(beganMs).toISOString().slice(0, 10) },
      text: `${words.join(' ')}${nth % 7 === 0 ? ' lighthouse' : ''}`,
    });
  });
}
