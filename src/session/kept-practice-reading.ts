import * as v from 'valibot';
import { bellsSchema } from './bells-reading.ts';
import { level } from './fields.ts';
import { BUSES } from './layers.ts';
import { LONGEST_SILENCES } from './pacing.ts';
import { bedSchema, bellSound, breathFields, ownSchema } from './plan-reading.ts';
import { MOST_OWN, TALK } from './plan.ts';
import {
  composedProblem,
  LONGEST_NAME,
  minutesRange,
  WHOLE_MINUTES,
  type OwnPart,
} from './practices/composed.ts';
import { LASTING } from './practices/own-phases.ts';
import { PRACTICES } from './practices/shape.ts';
import { readWith } from './reading.ts';
import { REGIONS } from './regions.ts';
import { ATTENTIONS, SCAN_VARIANTS } from './scan.ts';

const lastingPart = v.pipe(
  v.strictObject({ kind: v.picklist(LASTING), minutes: v.pipe(v.number(), v.integer()) }),
  v.check(({ kind, minutes }) => minutes >= minutesRange(kind).least && minutes <= minutesRange(kind).most),
);
const ownPart = v.union([v.strictObject({ kind: v.literal('bell') }), lastingPart]);

/** What somebody put together. */
export const composedFields = {
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NAME)),
  parts: v.pipe(v.array(ownPart), v.maxLength(64)),
};

/** Whether anything stands against practising these parts. */
export function isPractisable(parts: readonly OwnPart[]): boolean {
  return composedProblem(parts) === undefined;
}

/** How a practice sounds, who says it, and where it leads to. */
export const chosenFields = {
  /** Seconds between two lines. */
  silence: v.picklist(LONGEST_SILENCES),
  variant: v.picklist(SCAN_VARIANTS),
  /** By region; those that are not named are visited. */
  attention: v.record(v.picklist(REGIONS), v.picklist(ATTENTIONS)),
  talk: v.picklist(TALK),
  bell: bellSound,
  bells: bellsSchema,
  beds: v.pipe(v.array(bedSchema), v.maxLength(6)),
  levels: v.strictObject(v.entriesFromList(BUSES, level)),
  own: v.pipe(v.array(ownSchema), v.maxLength(MOST_OWN)),
  breath: v.strictObject(breathFields),
  /** Who says the lines, by the guide's id. */
  guide: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
};

const composedSchema = v.pipe(
  v.strictObject(composedFields),
  v.check(({ parts }) => isPractisable(parts)),
);

const keptPracticeSchema = v.strictObject({
  v: v.literal(1),
  /** A shipped one, or one that somebody put together. */
  practice: v.union([v.picklist(PRACTICES), composedSchema]),
  /** From the first sound to the last. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(WHOLE_MINUTES.least), v.maxValue(WHOLE_MINUTES.most)),
  ...chosenFields,
});

/** All that was chosen before a practice, but for its wording: that is another one each time. */
export type KeptPractice = Readonly<v.InferInput<typeof keptPracticeSchema>>;

/** The same but for which practice, and how long. */
export type ChosenBeside = Omit<KeptPractice, 'practice' | 'minutes'>;

/** From a value that was stored; undefined where it is nothing this app knows. */
export function keptPracticeOf(value: unknown): KeptPractice | undefined {
  const read = readWith(keptPracticeSchema, value);
  return read.ok ? read.value : undefined;
}

/** The same for several; those that cannot be read are left out. */
export function keptPracticesOf(value: unknown): readonly KeptPractice[] | undefined {
  return Array.isArray(value) ? value.flatMap((each) => keptPracticeOf(each) ?? []) : undefined;
}
