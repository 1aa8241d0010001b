import * as v from 'valibot';
import { BEDS, BUSES } from './layers.ts';
import { bedSound, between, level, name, ownOr, text, wallMs } from './fields.ts';
import { GIVEN, MISSED, type SessionEvent, type SessionLog } from './log.ts';
import { TALK } from './plan.ts';
import { misfit, type Misfit } from './misfit.ts';
import { readJson, readWith } from './reading.ts';
import { sessionTimeOf, type Result } from './units.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const place = between(0, 48 * 3600);
/** `<phase>/<bus>/<what>`, as timelines call their cues. */
const cueId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Where every event stands: seconds of session time, its number in the log, and the wall clock's word for it. */
const frame = {
  at: place,
  seq: v.optional(count),
  /** Milliseconds since 1970; 0 where nobody knows. */
  wallMs: v.optional(wallMs),
};

function event<const Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) {
  return v.strictObject({ ...frame, type: v.literal(type), ...entries });
}

/** One line of the mixer: a whole bus, or one bed. */
const strip = ownOr([...BUSES, ...BEDS]);

const whole = (least: number, most: number) => v.pipe(between(least, most), v.integer());
const names = v.pipe(v.array(name), v.maxLength(100));

/** What can be measured: any number a device may show, never a judgement of it. */
const vitals = {
  /** Blood pressure in mmHg. */
  systolic: v.optional(whole(20, 300)),
  diastolic: v.optional(whole(10, 250)),
  /** Beats a minute. */
  pulse: v.optional(whole(10, 300)),
  /** Oxygen saturation in per cent. */
  spo2: v.optional(whole(30, 100)),
  /** On the clinic's own scale from 0, awake, to 5. */
  sedation: v.optional(whole(0, 5)),
};

export const eventSchema = v.variant('type', [
  event('started', {}),
  event('medicine-given', {}),
  event('device-started', { device: v.picklist([1, 2, 3]) }),
  /** To a phase by its id, or to the `next` one. `observed`: the facilitator saw it, rather than chose it. */
  event('phase-advanced', { to: name, observed: v.optional(v.boolean(), false) }),
  event('phase-extended', { by: between(-4 * 3600, 4 * 3600) }),
  event('held', {}),
  event('released', {}),
  event('grounding-stepped', { rung: v.picklist([0, 1, 2, 3, 4]) }),
  event('talk-changed', { talk: v.picklist(TALK) }),
  event('bus-level-changed', { bus: v.picklist(BUSES), level }),
  /** One bed among the others. */
  event('layer-level-changed', { layer: bedSound, level }),
  event('strip-muted', { strip, muted: v.boolean() }),
  event('strip-soloed', { strip, soloed: v.boolean() }),
  event('bed-added', { bed: bedSound, level: v.optional(level, 0) }),
  event('bed-removed', { bed: bedSound }),
  /** From here on so many seconds, the last of them a long fade: before the planned end, or after it with the bed alone. */
  event('sleep-timer-set', { in: between(60, 12 * 3600) }),
  event('sleep-timer-cancelled', {}),
  event('silenced', { fade: between(0.3, 60) }),
  event('unsilenced', {}),
  event('line-played', { line: name }),
  /** A line of somebody's own or of somebody close; its title, for what it was called is known to one device alone. */
  event('anchor-line-played', { line: name, title: v.pipe(v.string(), v.maxLength(80)) }),
  /** What somebody saw. A clinic's own tag is `own.…`, its words stand in the text; `corrects` an earlier note by its number. */
  event('noted', { text, tag: v.optional(name), corrects: v.optional(count) }),
  /** When it was really given, or that device started (`corrects`: by its number; T0 without it). Moves clinical times, no sound. */
  event('medicine-corrected', {
    givenAt: between(-4 * 3600, 48 * 3600),
    note: text,
    corrects: v.optional(count),
  }),
  event('pump-ended', {}),
  /** Somebody is about to measure: the bed steps back. `announced`: a line says so. */
  event('vitals-begun', { announced: v.optional(v.boolean(), false) }),
  event('vitals-recorded', { ...vitals, note: v.optional(text), corrects: v.optional(count) }),
  event('vitals-ended', {}),
  event('item-checked', { list: v.picklist(['arrival', 'leaving']), item: name, checked: v.boolean() }),
  /** Begun although these items were unchecked and these rules not kept. */
  event('begun-despite', { items: names, rules: names, reason: text }),
  /** The patient has left, although this stood against it. */
  event('left', { despite: v.optional(names, []), reason: v.optional(text) }),
  /** The clinic's emergency card came onto the screen, in that wording; 0 is the one that ships. The fade is an event of its own. */
  event('emergency-shown', { wording: v.optional(count, 0) }),
  event('emergency-closed', {}),
  /** A rule the clinic has switched off for its sessions. */
  event('rule-waived', { rule: name }),
  /** The sound stopped without anybody wanting it: a call, a crash, a reload. */
  event('interrupted', { reason: name }),
  event('resumed', {}),
  /** What the sound comes out of may be another thing now: headphones pulled out, a loudspeaker that is gone. All is softer. */
  event('output-changed', {}),
  /** Somebody has looked: it is heard where it should be. */
  event('output-confirmed', {}),
  /** Takes back the event of that number: from here on it goes as if that had not happened. */
  event('undone', { undoes: count }),
  /**
   * The audio side's word: this cue began to sound, at its place or where it was taken up in its middle. Changes nothing.
   * `from` may lie before `at`: it is told within a second, and written after whatever was done meanwhile.
   */
  event('cue-sounded', { cue: cueId, bus: v.picklist(['voice', 'bell']), clip: name, from: place }),
  /** It was to sound and did not; a bed of one's own that went quiet in the middle is told by its name. */
  event('cue-missed', { cue: cueId, reason: v.picklist(MISSED) }),
  event('ended', {}),
]);

const MOST_EVENTS = 20_000;
/** The schema itself, for writing `docs/log.schema.json`. */
export const logSchema = v.pipe(v.array(eventSchema), v.maxLength(MOST_EVENTS));

/** Reads a log document: an array of events, in order of time. Missing numbers are counted, missing wall times left at 0. */
export function parseLog(document: string): Result<SessionLog, Misfit> {
  const json = readJson(document);
  return json.ok ? logOf(json.value) : json;
}

/** The same for a value that is already an array, such as one from storage. */
export function logOf(value: unknown): Result<SessionLog, Misfit> {
  const read = readWith(logSchema, value);
  if (!read.ok) return read;
  const log: SessionEvent[] = [];
  for (const written of read.value) {
    const event = eventAfter(log, written);
    const problem = misplaced(event, log);
    if (problem !== undefined) return { ok: false, problem };
    log.push(event);
  }
  return { ok: true, value: log };
}

/**
 * Of events from storage those that fit, so that where somebody has spoilt one the others can still be read; the chain
 * tells the place. Undefined where there are more than any session has.
 */
export function whatFits(events: readonly unknown[]): SessionLog | undefined {
  if (events.length > MOST_EVENTS) return undefined;
  const log: SessionEvent[] = [];
  for (const each of events) {
    const read = readWith(eventSchema, each);
    const event = read.ok ? eventAfter(log, read.value) : undefined;
    if (event !== undefined && misplaced(event, log) === undefined) log.push(event);
  }
  return log;
}

function eventAfter(
  log: SessionLog,
  { at, seq, wallMs = 0, ...body }: v.InferOutput<typeof eventSchema>,
): SessionEvent {
  return { ...body, at: sessionTimeOf(at), seq: seq ?? (log.at(-1)?.seq ?? -1) + 1, wallMs };
}

/** What is wrong with an event's place after those above it. */
function misplaced(event: SessionEvent, above: SessionLog): Misfit | undefined {
  const place = `[${above.length}]`;
  const before = above.at(-1);
  if (before !== undefined && event.at < before.at)
    return misfit(`${place}.at`, `a time not before the event above it (${before.at})`, event.at);
  if (before !== undefined && event.seq <= before.seq)
    return misfit(`${place}.seq`, `a number above that of the event before it (${before.seq})`, event.seq);
  if (event.type === 'undone' && !above.some(({ seq }) => seq === event.undoes))
    return misfit(`${place}.undoes`, 'the number of an event above it', event.undoes);
  if ('corrects' in event && event.corrects !== undefined && !canCorrect(event, above))
    return misfit(
      `${place}.corrects`,
      'the number of an event above it that can be corrected so',
      event.corrects,
    );
  return undefined;
}

function canCorrect(
  event: SessionEvent & { readonly corrects?: number | undefined },
  above: SessionLog,
): boolean {
  const corrected = above.find(({ seq }) => seq === event.corrects);
  if (corrected === undefined) return false;
  if (event.type === 'medicine-corrected') return GIVEN.includes(corrected.type);
  return corrected.type === event.type;
}
