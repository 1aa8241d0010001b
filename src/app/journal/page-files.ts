import { strToU8, zipSync } from 'fflate';
import { journalDocument, journalMarkdown, soundPath, type JournalWords } from '#session/journal-forms.ts';
import type { JournalPage } from '#session/journal-page.ts';
import type { HandedFile } from '../ports.ts';
import { dayOf } from '../session-name.ts';
import type { PastSessions } from './past-sessions.ts';

/** What a journal can be taken along as; `zip`: both texts and all that was spoken. */
export const JOURNAL_KINDS = ['markdown', 'json', 'zip'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

interface JournalParts {
  readonly pages: readonly JournalPage[];
  readonly past: PastSessions;
  readonly words: JournalWords;
  readonly savedMs: number;
  sound(page: string, id: string): Promise<ArrayBuffer | undefined>;
}

/** The journal as a file, named after the day it was taken along: `undertone-journal-2026-11-25.md`. */
export async function journalFile(kind: JournalKind, parts: JournalParts): Promise<HandedFile> {
  const name = `undertone-journal-${dayOf(parts.savedMs)}`;
  const { pages, words } = parts;
  switch (kind) {
    case 'markdown':
      return { name: `${name}.md`, type: 'text/markdown;charset=utf-8', text: journalMarkdown(pages, words) };
    case 'json':
      return { name: `${name}.json`, type: 'application/json', text: documentOf(parts) };
    case 'zip':
      return { name: `${name}.zip`, type: 'application/zip', text: await zipped(parts) };
  }
}

function documentOf({ pages, past, words, savedMs }: JournalParts): string {
  return journalDocument({
    ...{ pages, savedMs },
    iso: (wallMs) => new Date(wallMs).toISOString(),
    question: (question) => words.question(question),
    session: (page) => past.of(page)?.id,
  });
}

async function zipped(parts: JournalParts): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {
    'journal.md': strToU8(journalMarkdown(parts.pages, parts.words)),
    'journal.json': strToU8(documentOf(parts)),
  };
  for (const page of parts.pages)
    for (const note of page.spoken) {
      const sound = await parts.sound(page.id, note.id);
      if (sound !== undefined) files[soundPath(page, note)] = new Uint8Array(sound);
    }
  return zipSync(files, { level: 1 }); // samples hardly get smaller
}
