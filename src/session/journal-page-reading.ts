import * as v from 'valibot';
import { between } from './fields.ts';
import { LONGEST_TEXT, MOODS, MOST_SPOKEN, type JournalPage } from './journal-page.ts';
import { QUESTIONS } from './windows.ts';

const wallMs = between(0, 8.64e15);
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'an id of small letters, digits and dashes'));

const pageSchema = v.strictObject({
  v: v.literal(1),
  id,
  beganMs: wallMs,
  changedMs: wallMs,
  day: v.pipe(v.string(), v.isoDate()),
  mood: v.optional(v.picklist(MOODS)),
  question: v.optional(v.picklist(Object.values(QUESTIONS).flat())),
  text: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
  spoken: v.pipe(
    v.array(v.strictObject({ id, seconds: between(0, 3600), madeMs: wallMs })),
    v.maxLength(MOST_SPOKEN),
  ),
});

/** A page as it is stored. */
export type StoredPage = v.InferInput<typeof pageSchema>;

/** From a value that was stored; undefined where it is nothing this app knows [J2]. */
export function pageOf(stored: unknown): JournalPage | undefined {
  const read = v.safeParse(pageSchema, stored, { abortEarly: true });
  if (!read.success) return undefined;
  const { id, beganMs, changedMs, day, mood, question, text, spoken } = read.output;
  return { id, beganMs, changedMs, day, mood, question, text, spoken };
}

export function storedPage(page: JournalPage): StoredPage {
  return { v: 1, ...page, spoken: page.spoken.map((note) => ({ ...note })) };
}
