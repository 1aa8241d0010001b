import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crisisContentOf, crisisTextOf } from '#session/crisis-text-reading.ts';
import { journalDocument, journalMarkdown, type JournalWords } from '#session/journal-forms.ts';
import { pageOf, storedPage } from '#session/journal-page-reading.ts';
import {
  isEmpty,
  latestFirst,
  LONGEST_TEXT,
  MOODS,
  MOST_SPOKEN,
  type JournalPage,
} from '#session/journal-page.ts';
import { excerpt, folded, hasAll, marked, wordsAsked } from '#session/journal-search.ts';
import { QUESTIONS } from '#session/windows.ts';
import { NOON, pageWith } from '../helpers/journal.ts';

const note = (id: string) => ({ id, seconds: 42, madeMs: NOON });
const pages: fc.Arbitrary<JournalPage> = fc.record({
  id: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
  beganMs: fc.integer({ min: 0, max: 8.64e15 }),
  changedMs: fc.integer({ min: 0, max: 8.64e15 }),
  day: fc
    .integer({ min: 0, max: 40_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  mood: fc.constantFrom(...MOODS, undefined),
  question: fc.constantFrom(...Object.values(QUESTIONS).flat(), undefined),
  text: fc.string({ unit: 'grapheme' }),
  spoken: fc.array(fc.stringMatching(/^[a-z0-9-]{1,10}$/).map(note), { maxLength: MOST_SPOKEN }),
});

const spoken = [note('a')];

describe('a page of a journal', () => {
  it.each([
    ['a mood', { mood: 'heavy', text: '' }, false],
    ['a word', { text: 'sea' }, false],
    ['a spoken note', { text: '', spoken }, false],
    ['blanks alone', { text: ' \n ' }, true],
    ['a question alone', { text: '', question: 'now' }, true],
  ] as const)('[J1] with %s', (_, change, empty) => {
    expect(isEmpty(pageWith(change))).toBe(empty);
  });

  it('[J2] is read again as it was', () => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(pageOf(structuredClone(storedPage(page)))).toEqual(page);
      }),
    );
  });

  it('[J2] that another app wrote is none', () => {
    const stored = storedPage(pageWith());
    for (const other of [
      null,
      'x',
      {},
      { ...stored, v: 2 },
      { ...stored, mood: 'good' },
      { ...stored, more: 1 },
    ])
      expect(pageOf(other)).toBeUndefined();
    for (const day of ['2026-13-01', 'today', '']) expect(pageOf({ ...stored, day })).toBeUndefined();
  });

  it('[J3] holds what fits on it', () => {
    const fits = (change: Partial<JournalPage>) => pageOf(storedPage(pageWith(change))) !== undefined;
    const notes = (count: number) => Array.from({ length: count }, (_, nth) => note(`n${nth}`));
    expect([fits({ text: 'x'.repeat(LONGEST_TEXT) }), fits({ spoken: notes(MOST_SPOKEN) })]).toEqual([
      true,
      true,
    ]);
    expect([fits({ text: 'x'.repeat(LONGEST_TEXT + 1) }), fits({ spoken: notes(MOST_SPOKEN + 1) })]).toEqual([
      false,
      false,
    ]);
  });

  it('[J2] comes in an order that does not change', () => {
    const [a, b, c] = [
      pageWith({ id: 'a' }),
      pageWith({ id: 'b' }),
      pageWith({ id: 'c', beganMs: NOON + 1 }),
    ];
    expect([b, c, a].sort(latestFirst)).toEqual([c, a, b]);
    expect([a, b, c].sort(latestFirst)).toEqual([c, a, b]);
  });
});

const finds = (text: string, words: string) =>
  marked(text, wordsAsked(words))
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('a search', () => {
  it.each([
    ['A Mélange of MILK', 'melange milk', true],
    ['ein großes Grün', 'GRÜN', true],
    ['I don’t know', "don't", true],
    ['ΣΟΦΟΣ', 'σοφος', true],
    ['the sea', 'sea sky', false],
  ])('[J7] in "%s" for "%s"', (text, words, found) => {
    expect(hasAll(folded(text), wordsAsked(words))).toBe(found);
  });

  // Mutant: folded() that lowers the whole text at once -> red for a sigma at the end of a word.
  it('[J7] finds any piece of a text, however it is written', () => {
    const written = fc.string({ unit: fc.constantFrom(...'aÀéſΣςİǅ\u0301 한e\u0308🙂b’') });
    fc.assert(
      fc.property(written, written, written, (before, middle, after) => {
        const whole = folded(before + middle + after);
        expect(hasAll(whole, wordsAsked(middle))).toBe(true);
        expect(hasAll(whole, wordsAsked(middle.normalize('NFD')))).toBe(true);
      }),
    );
  });

  it.each([
    ['A Mélange of milk', 'melange', 'A [Mélange] of milk'],
    ['A Me\u0301lange', 'melange', 'A [Me\u0301lange]'],
    ['cafe\u0301, cafe', 'cafe', '[cafe\u0301], [cafe]'],
    ['banana', 'ana nan', 'b[anana]'],
    ['the sea, the Sea', 'SEA the', '[the] [sea], [the] [Sea]'],
    ['🙂 grey 🙂', 'grey', '🙂 [grey] 🙂'],
  ])('[J8] marks in "%s" for "%s"', (text, words, expected) => {
    expect(finds(text, words)).toBe(expected);
  });

  it('[J8] leaves the text as it was written, and marks only what was looked for', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'abÀéΣİ\u0301 한🙂') });
    fc.assert(
      fc.property(signs, signs, (text, words) => {
        const asked = wordsAsked(words);
        const pieces = marked(text, asked);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces)
          if (piece.found) expect(asked.some((word) => folded(piece.text).includes(word))).toBe(true);
          else if (asked.length > 0)
            expect(asked.every((word) => !folded(piece.text).includes(word))).toBe(true);
      }),
    );
  });

  it('[J8] shows a long text from shortly before the first find', () => {
    const text = `${'grey water '.repeat(40)}lighthouse${' slow rain'.repeat(40)}`;
    const shown = excerpt(text, wordsAsked('lighthouse'), 120);
    expect(shown).toMatch(/^… .*lighthouse.* …$/);
    expect(shown.indexOf('lighthouse')).toBeLessThan(60);
    expect(excerpt('short', [], 120)).toBe('short');
  });
});

const words: JournalWords = {
  title: 'Journal',
  day: ({ day }) => day,
  time: () => '12:00',
  mood: (mood) => mood,
  question: (question) => `${question}?`,
  spoken: ({ seconds }) => `Spoken, ${seconds} s`,
};

describe('a journal that is taken along', () => {
  it('[J10] reads like this', () => {
    const text = 'First line\nSecond line\n\n# no heading\n> no quotation\n---\n- a list';
    const earlier = pageWith({ id: 'a', beganMs: NOON - 1, text: 'Earlier' });
    const later = pageWith({ id: 'b', mood: 'tender', question: 'stays', text, spoken: [note('n1')] });
    expect(journalMarkdown([later, earlier], words)).toBe(`# Journal

## 2026-11-25

### 12:00

Earlier

### 12:00 · tender

> stays?

First line  
Second line

\\# no heading  
\\> no quotation  
\\---  
- a list

[Spoken, 42 s](spoken/2026-11-25-n1.wav)
`);
  });

  it('[J10] has every word, and no heading but its own', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab #>-=*_`~\n ') });
    fc.assert(
      fc.property(text, (written) => {
        const made = journalMarkdown([pageWith({ text: written })], words);
        const own = made.split('\n').slice(6).join('\n');
        expect(own.split('\n').filter((line) => /^\s*(#{1,6}(\s|$)|>|=+\s*$|-{2,}\s*$)/.test(line))).toEqual(
          [],
        );
        expect(own.replace(/[\\\s]/g, '')).toBe(written.replace(/\s/g, ''));
      }),
    );
  });

  it('[J11] has everything of its pages as a document', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const document = journalDocument({
          pages: [page],
          savedMs: NOON,
          iso: (ms) => `at ${ms}`,
          question: (question) => `${question}?`,
          session: () => undefined,
        });
        const read = JSON.parse(document) as { format: string; pages: Record<string, unknown>[] };
        expect(read.format).toBe('undertone-journal');
        const { id, day, beganMs, changedMs, mood, question, text, spoken } = page;
        expect(read.pages).toEqual([
          {
            ...{ id, day, began: `at ${beganMs}`, changed: `at ${changedMs}`, text },
            ...(mood === undefined ? {} : { mood }),
            ...(question === undefined ? {} : { question: { id: question, text: `${question}?` } }),
            spoken: spoken.map((each) => ({
              ...{ id: each.id, seconds: each.seconds, made: `at ${each.madeMs}` },
              file: `spoken/${day}-${each.id}.wav`,
            })),
          },
        ]);
      }),
    );
  });
});

describe('the words for a bad hour', () => {
  const numbers = [{ name: 'Ana', number: '+49 30 12' }];
  it('[J12] are what somebody wrote, without what was left empty', () => {
    const written = { text: ' Call Ana. ', numbers: [...numbers, { name: ' ', number: '' }] };
    expect(crisisContentOf(written)).toEqual({ text: 'Call Ana.', numbers });
    expect(crisisTextOf({ v: 1, text: 'Call Ana.', numbers })).toEqual({ text: 'Call Ana.', numbers });
  });
  it.each([
    ['no words', { text: ' ', numbers }],
    ['a number of nobody', { text: 'x', numbers: [{ name: '', number: '112' }] }],
    ['somebody without a number', { text: 'x', numbers: [{ name: 'Ana', number: 'x' }] }],
  ])('[J12] with %s are not shown', (_, written) => {
    expect(crisisContentOf(written)).toBeUndefined();
    expect(crisisTextOf({ v: 1, ...written })).toBeUndefined();
  });
});
