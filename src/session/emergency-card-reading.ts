import * as v from 'valibot';
import {
  MOST_NUMBERS,
  MOST_STEPS,
  PHONE_NUMBER,
  type CardContent,
  type EmergencyCard,
} from './emergency-card.ts';
import { readWith } from './reading.ts';

const short = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

/** Whom to call: each with whose it is. */
export const calledNumbers = v.pipe(
  v.array(
    v.strictObject({
      name: short(40),
      number: v.pipe(v.string(), v.trim(), v.maxLength(24), v.regex(PHONE_NUMBER)),
    }),
  ),
  v.maxLength(MOST_NUMBERS),
);

const content = {
  title: short(60),
  steps: v.pipe(v.array(short(160)), v.minLength(1), v.maxLength(MOST_STEPS)),
  numbers: calledNumbers,
};

const contentSchema = v.strictObject(content);
const cardSchema = v.strictObject({
  v: v.literal(1),
  ...content,
  wording: v.pipe(v.number(), v.integer(), v.minValue(1)),
  keptMs: v.pipe(v.number(), v.minValue(0)),
});

/** From a value that was stored; undefined where it is nothing this app knows [PV3]. */
export function cardOf(stored: unknown): EmergencyCard | undefined {
  const read = readWith(cardSchema, stored);
  return read.ok ? read.value : undefined;
}

/** What somebody wrote, without what was left empty; undefined where it cannot be shown yet [PV3]. */
export function contentOf(written: CardContent): CardContent | undefined {
  const read = readWith(contentSchema, {
    title: written.title,
    steps: written.steps.filter((step) => step.trim() !== ''),
    numbers: written.numbers.filter(({ name, number }) => `${name}${number}`.trim() !== ''),
  });
  return read.ok ? read.value : undefined;
}
