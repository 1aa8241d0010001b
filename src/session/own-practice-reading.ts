import * as v from 'valibot';
import {
  chosenFields,
  composedFields,
  isPractisable,
  type ChosenBeside,
  type KeptPractice,
} from './kept-practice-reading.ts';
import { minutesOf, type Composed } from './practices/composed.ts';
import { readWith } from './reading.ts';

const ownPracticeSchema = v.pipe(
  v.strictObject({ v: v.literal(1), ...composedFields, ...chosenFields }),
  v.check(({ parts }) => isPractisable(parts)),
);

/** A practice that somebody put together, and how it was to sound when it was kept. */
export type OwnPractice = Readonly<v.InferInput<typeof ownPracticeSchema>>;

/** From a value that was stored; undefined where it is nothing this app knows, or nothing that could be practised. */
export function ownPracticeOf(value: unknown): OwnPractice | undefined {
  const read = readWith(ownPracticeSchema, value);
  return read.ok ? read.value : undefined;
}

/** What is put together, with all else that is chosen. */
export function ownPractice({ id, name, parts }: Composed, chosen: ChosenBeside): OwnPractice {
  return { ...chosen, id, name, parts: [...parts] };
}

/** The same as any practice is taken up again. */
export function keptFrom({ id, name, parts, ...chosen }: OwnPractice): KeptPractice {
  return { ...chosen, practice: { id, name, parts }, minutes: minutesOf(parts) };
}
