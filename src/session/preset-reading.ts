import * as v from 'valibot';
import { bellsSchema } from './bells-reading.ts';
import { isTooFast } from './breath-limits.ts';
import { level, name } from './fields.ts';
import { BUSES } from './layers.ts';
import {
  bedSchema,
  bellSound,
  breathPattern,
  breathTopUp,
  chosenBeats,
  heldMinutes,
  ownSchema,
  phaseMinutes,
  pumpedMinutes,
  title,
} from './plan-reading.ts';
import { MOST_OWN, ROUTES, TALK } from './plan.ts';
import { LONGEST_PRESET_NAME, type Preset } from './preset.ts';
import { readWith } from './reading.ts';
import { DEPTHS } from './sheet.ts';

/** A breath as it is chosen; the rate somebody begins at is theirs alone. */
const breath = v.pipe(
  v.strictObject({ pattern: breathPattern, topUp: breathTopUp, title: v.optional(title) }),
  v.check((chosen) => !isTooFast(chosen)),
);

/** What sheet and plan settle that is about nobody in particular. No key of a person has a place in it [PR7]. */
export const settledSchema = v.strictObject({
  route: v.picklist(ROUTES),
  /** By phase of the route. */
  minutes: v.record(name, phaseMinutes),
  devices: v.picklist([1, 2, 3]),
  lozengeHold: heldMinutes,
  pumpMinutes: pumpedMinutes,
  depth: v.picklist(DEPTHS),
  talk: v.picklist(TALK),
  /** Who says the lines; called as a person called them, so that one who is gone can be named. */
  guide: v.strictObject({ id: name, name: v.optional(title) }),
  bell: bellSound,
  bells: bellsSchema,
  beds: v.pipe(v.array(bedSchema), v.maxLength(6)),
  /** The own sounds among beds and bell. */
  own: v.pipe(v.array(ownSchema), v.maxLength(MOST_OWN)),
  levels: v.strictObject(v.entriesFromList(BUSES, level)),
  /** As they were wanted; whether they may sound is asked of each person anew. */
  beats: chosenBeats,
  breath: v.strictObject({ first: breath, later: breath }),
});

const presetSchema = v.strictObject({
  v: v.literal(1),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_PRESET_NAME)),
  settled: settledSchema,
});

/** From a value that was stored; undefined where it is nothing this app knows. */
export function presetOf(value: unknown): Preset | undefined {
  const read = readWith(presetSchema, value);
  return read.ok ? read.value : undefined;
}
