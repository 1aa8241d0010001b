import type { Mood, JournalPage, SpokenNote } from './journal-page.ts';
import type { QuestionId } from './windows.ts';

// The forms in which a journal is taken along; docs/journal-format.md describes them.

/** What the texts of another room call things. */
export interface JournalWords {
  readonly title: string;
  day(page: JournalPage): string;
  time(page: JournalPage): string;
  mood(mood: Mood): string;
  question(question: QuestionId): string;
  spoken(note: SpokenNote): string;
}

/** The earliest first, as one reads a journal: days as headings, each page under its time, what was asked as a quotation [J10]. */
export function journalMarkdown(pages: readonly JournalPage[], words: JournalWords): string {
  const parts = [`# ${words.title}`];
  let day: string | undefined;
  for (const page of inOrder(pages)) {
    if (page.day !== day) parts.push(`## ${words.day(page)}`);
    day = page.day;
    parts.push(...pageParts(page, words));
  }
  return `${parts.join('\n\n')}\n`;
}

function pageParts(page: JournalPage, words: JournalWords): string[] {
  const { mood, question, text, spoken } = page;
  return [
    `### ${[words.time(page), ...(mood === undefined ? [] : [words.mood(mood)])].join(' · ')}`,
    ...(question === undefined ? [] : [`> ${words.question(question)}`]),
    ...(text.trim() === '' ? [] : [asMarkdown(text.trim())]),
    ...spoken.map((note) => `[${words.spoken(note)}](${soundPath(page, note)})`),
  ];
}

/** Where a spoken note lies in the zip, seen from the files beside it. */
export function soundPath({ day }: JournalPage, { id }: SpokenNote): string {
  return `spoken/${day}-${id}.wav`;
}

/** What would make a heading, a quotation or a rule of a line; lists stay lists. */
const STRUCTURE = /^(\s*)(#{1,6}(?=\s|$)|>|=+\s*$|-{2,}\s*$|\*{3,}\s*$|_{3,}\s*$|`{3}|~{3})/;

/** Each line a line, as it was written. */
function asMarkdown(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(STRUCTURE, '$1\\$2'));
  return lines
    .map((line, nth) => (line.trim() !== '' && (lines[nth + 1] ?? '').trim() !== '' ? `${line}  ` : line))
    .join('\n');
}

interface DocumentParts {
  readonly pages: readonly JournalPage[];
  readonly savedMs: number;
  readonly iso: (wallMs: number) => string;
  readonly question: (question: QuestionId) => string;
  /** The session a page belongs to, where its record is on the device. */
  readonly session: (page: JournalPage) => string | undefined;
}

/** Everything that is on the pages, for other programs [J11]; what a page does not have is left out. */
export function journalDocument({ pages, savedMs, iso, question, session }: DocumentParts): string {
  const whole = {
    format: 'undertone-journal',
    version: 1,
    saved: iso(savedMs),
    pages: inOrder(pages).map((page) => ({
      id: page.id,
      day: page.day,
      began: iso(page.beganMs),
      changed: iso(page.changedMs),
      mood: page.mood,
      question: page.question && { id: page.question, text: question(page.question) },
      text: page.text,
      spoken: page.spoken.map((note) => ({
        id: note.id,
        seconds: note.seconds,
        made: iso(note.madeMs),
        file: soundPath(page, note),
      })),
      session: session(page),
    })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function inOrder(pages: readonly JournalPage[]): JournalPage[] {
  return pages.toSorted((one, other) => one.beganMs - other.beganMs);
}
