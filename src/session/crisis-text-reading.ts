import * as v from 'valibot';
import { LONGEST_CRISIS_TEXT, type CrisisText } from './crisis-text.ts';
import { calledNumbers } from './emergency-card-reading.ts';
import { readWith } from './reading.ts';

const content = {
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_CRISIS_TEXT)),
  numbers: calledNumbers,
};
const contentSchema = v.strictObject(content);
const storedSchema = v.strictObject({ v: v.literal(1), ...content });

/** From a value that was stored; undefined where it is nothing this app knows [J12]. */
export function crisisTextOf(stored: unknown): CrisisText | undefined {
  const read = readWith(storedSchema, stored);
  return read.ok ? { text: read.value.text, numbers: read.value.numbers } : undefined;
}

/** What somebody wrote, without what was left empty; undefined where it cannot be shown yet [J12]. */
export function crisisContentOf({ text, numbers }: CrisisText): CrisisText | undefined {
  const written = numbers.filter(({ name, number }) => `${name}${number}`.trim() !== '');
  const read = readWith(contentSchema, { text, numbers: written });
  return read.ok ? read.value : undefined;
}
