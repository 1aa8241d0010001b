import * as v from 'valibot';
import { FASTEST_BREATH, isTooFast, SLOWEST_START } from './breath-limits.ts';
import { between } from './fields.ts';
import { lookSchema } from './patient-view-reading.ts';
import { readWith } from './reading.ts';
import { REGIONS } from './regions.ts';
import type { WindowMessage } from './second-window.ts';
import { sessionTimeOf } from './units.ts';

/** The version of what windows say to each other: one that speaks another is not understood. */
export const WINDOW_VERSION = 1;

/** Honest ones stay far below: what a window says is a few hundred bytes, with captions a few thousand. */
const MOST = 400;
const LONGEST_TEXT = 2000;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
/** A little before the beginning at the earliest: what sounds is heard later. `end` may be OPEN. */
const end = v.pipe(v.number(), v.minValue(-60), v.transform(sessionTimeOf));
const place = v.pipe(v.number(), v.finite(), v.minValue(-60), v.transform(sessionTimeOf));
const span = { from: place, to: end };
const list = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.array(schema), v.maxLength(MOST));

/** No faster than any breath may be led [B8]: what is drawn swells no faster than what may be heard. */
const breath = v.pipe(
  v.strictObject({
    pattern: v.strictTuple([between(0.5, 30), between(0, 30), between(0.5, 30), between(0, 30)]),
    topUp: v.optional(between(0, 30)),
    fromRate: v.optional(between(SLOWEST_START, FASTEST_BREATH)),
  }),
  v.check((breathing) => !isTooFast(breathing), 'a breath that may be led'),
);

const scoreSchema = v.strictObject({
  phases: list(v.strictObject({ ...span, phase: text, title: v.optional(text) })),
  breaths: list(v.strictObject({ ...span, origin: place, breath })),
  places: list(v.strictObject({ at: place, regions: list(v.picklist(REGIONS)) })),
  captions: list(v.strictObject({ ...span, text })),
});

const version = { v: v.literal(WINDOW_VERSION) };
const messageSchema = v.variant('kind', [
  v.strictObject({
    ...version,
    kind: v.literal('told'),
    session: id,
    at: place,
    atMs: v.pipe(v.number(), v.finite()),
    moving: v.boolean(),
    look: lookSchema,
    score: scoreSchema,
  }),
  v.strictObject({ ...version, kind: v.literal('over'), session: id }),
  v.strictObject({ ...version, kind: v.literal('asking'), window: id }),
  v.strictObject({ ...version, kind: v.literal('left'), window: id }),
]);

/** As it is said to other windows. */
export function said(message: WindowMessage): unknown {
  return { v: WINDOW_VERSION, ...message };
}

/** What came from another window; undefined where it is nothing this version says [PV9]. */
export function messageOf(received: unknown): WindowMessage | undefined {
  const read = readWith(messageSchema, received);
  return read.ok ? read.value : undefined;
}
