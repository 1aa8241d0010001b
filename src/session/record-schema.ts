import * as v from 'valibot';
import { level, name, wallMs } from './fields.ts';
import { BUSES } from './layers.ts';
import { eventSchema } from './log-reading.ts';
import { MISSED } from './log.ts';
import { planSchema } from './plan-reading.ts';
import type { SAID_ALREADY } from './record-document.ts';
import type { SessionRecord } from './record.ts';
import { sheetSchema } from './sheet-reading.ts';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 hash in small hexadecimal letters'));
const seconds = v.pipe(v.number(), v.minValue(0));
const minutes = v.optional(v.pipe(v.number(), v.minValue(0)));
const spans = v.array(v.strictObject({ phase: name, from: seconds, to: seconds }));
const levels = v.array(v.strictObject({ at: seconds, level }));

const names = v.array(name);
/** A medicine may have been given before the session began. */
const moment = v.number();

/** The last word on something, and what was said before. */
function corrected<Entries extends v.ObjectEntries>(entries: Entries) {
  const value = v.strictObject(entries);
  const earlier = v.strictObject({ value, correctedAt: seconds, why: v.optional(v.string()) });
  return v.array(v.strictObject({ seq: v.number(), at: seconds, wallMs, value, earlier: v.array(earlier) }));
}

/** What follows from plan and log; `src/session/record.ts` says what each is, and the compiler that none is left out. */
const follows = {
  to: seconds,
  /** What was settled with the person before; sessions of older apps have none. */
  sheet: v.optional(sheetSchema),
  planned: spans,
  lived: spans,
  cues: v.array(
    v.strictObject({
      id: v.string(),
      bus: v.picklist(['voice', 'bell']),
      clip: name,
      text: v.optional(v.string()),
      from: seconds,
      asked: v.boolean(),
    }),
  ),
  missed: v.array(v.strictObject({ cue: v.string(), reason: v.picklist(MISSED), at: seconds })),
  levels: v.strictObject(v.entriesFromList(BUSES, levels)),
  given: v.optional(moment),
  medicine: corrected({ device: v.optional(v.picklist([1, 2, 3])), givenAt: moment }),
  pumpEnded: v.optional(seconds),
  vitals: corrected({
    systolic: v.optional(v.number()),
    diastolic: v.optional(v.number()),
    pulse: v.optional(v.number()),
    spo2: v.optional(v.number()),
    sedation: v.optional(v.number()),
    note: v.optional(v.string()),
  }),
  notes: corrected({ text: v.string(), tag: v.optional(name) }),
  checks: v.strictObject({
    items: v.array(
      v.strictObject({
        list: v.picklist(['arrival', 'leaving']),
        item: name,
        checked: v.boolean(),
        at: seconds,
      }),
    ),
    begunDespite: v.array(v.strictObject({ items: names, rules: names, reason: v.string() })),
    left: v.optional(v.strictObject({ at: seconds, despite: names, reason: v.optional(v.string()) })),
    waived: names,
  }),
  interruptions: v.array(v.strictObject({ from: seconds, to: seconds, reason: name })),
  totals: v.strictObject({
    whole: v.number(),
    preparation: minutes,
    sinceGiven: minutes,
    sinceFirstDevice: minutes,
    sinceLastDevice: minutes,
  }),
} satisfies Record<Exclude<keyof SessionRecord, (typeof SAID_ALREADY)[number]>, v.GenericSchema>;

/** The schema of a record as a file, for writing `docs/session.schema.json`. */
export const recordSchema = v.strictObject({
  format: v.literal('undertone-session'),
  version: v.literal(2),
  id: v.string(),
  /** When session time 0 was, as ISO 8601 in UTC. */
  began: v.pipe(v.string(), v.isoTimestamp()),
  guide: v.strictObject({ id: v.string(), name: v.optional(v.string()) }),
  plan: planSchema,
  /** The events just as they were kept. */
  log: v.array(eventSchema),
  chain: v.strictObject({
    /** What the chain is rooted in: the session as it was begun. */
    beginning: v.optional(v.unknown()),
    /** One for each event of the log; null where none was kept. */
    links: v.array(v.nullable(v.strictObject({ prev: hash, hash }))),
    state: v.picklist(['whole', 'none', 'broken']),
  }),
  record: v.strictObject(follows),
  /** The timeline as data: see `npm run print -- --json`. */
  timeline: v.looseObject({}),
});
