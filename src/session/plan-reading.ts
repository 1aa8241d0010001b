import * as v from 'valibot';
import { bellsSchema } from './bells-reading.ts';
import { FASTEST_BREATH, isTooFast, SHORTEST_BREATH, SLOWEST_START } from './breath-limits.ts';
import { breathLength } from './breath.ts';
import { BELLS, couldRing, LONGEST_BELL } from './cues.ts';
import { bedSound, between, level, name, ownId, ownOr } from './fields.ts';
import { BEATS, BUSES, isOwn } from './layers.ts';
import {
  DEFAULT_GROUNDING,
  MOST_OWN,
  PLAN_VERSION,
  ROUTES,
  TALK,
  type Plan,
  type PlanPhase,
} from './plan.ts';
import { misfit, type Misfit } from './misfit.ts';
import { readJson, readWith } from './reading.ts';
import type { Result } from './units.ts';
import { upgraded } from './upgrades.ts';

export const title = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
/** Seconds of a phase's own clock. */
const offset = between(0, 4 * 3600);
const hertz = between(0.5, 30);

/** A place in a phase: seconds after its start, or seconds before its end. Before an end that is not known nothing happens. */
const place = { at: v.optional(offset), before: v.optional(offset) };
/** The least amount of talk at which a line is said. */
const saidFrom = v.optional(v.picklist(['full', 'sparse']), 'sparse');
/** Minutes of a phase. */
export const phaseMinutes = between(0.25, 240);
/** Seconds of in, hold, out, hold. */
export const breathPattern = v.strictTuple([
  between(0.5, 30),
  between(0, 30),
  between(0.5, 30),
  between(0, 30),
]);
/** Seconds of a second, shorter breath in, on top of the first. */
export const breathTopUp = v.optional(between(0, 30));
/** Far above any honest plan: the longest practice has some 300 lines. */
const MOST_PLACES = 1000;
const names = v.pipe(v.array(name), v.maxLength(100));
const repeated = { from: offset, every: between(20, 3600) };

/** How one is led to breathe. */
export const breathFields = {
  pattern: breathPattern,
  topUp: breathTopUp,
  /** Breaths a minute at the beginning; from there it slows to the pattern's own pace. */
  fromRate: v.optional(between(SLOWEST_START, FASTEST_BREATH)),
  /** A name for people, where the pattern is somebody's own. */
  title: v.optional(title),
};

const phaseSchema = v.strictObject({
  phase: name,
  /** Shown instead of the phase's own name; for practices whose phases the app does not know. */
  title: v.optional(title),
  minutes: phaseMinutes,
  openEnded: v.optional(v.boolean(), false),
  steps: v.optional(v.pipe(v.array(v.strictObject({ name, at: offset })), v.maxLength(100)), []),
  lines: v.optional(
    v.pipe(v.array(v.strictObject({ ...place, line: name, talk: saidFrom })), v.maxLength(MOST_PLACES)),
    [],
  ),
  loop: v.optional(v.strictObject({ lines: v.pipe(names, v.minLength(1)), ...repeated, talk: saidFrom })),
  /** `kept`: a line announces it, so it rings also where the plan's bells follow another rule. */
  bells: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          ...place,
          soft: v.optional(v.boolean(), false),
          kept: v.optional(v.boolean(), false),
        }),
      ),
      v.maxLength(MOST_PLACES),
    ),
    [],
  ),
  bellLoop: v.optional(v.strictObject({ ...repeated, soft: v.optional(v.boolean(), true) })),
  breath: v.optional(
    v.strictObject({
      ...breathFields,
      from: offset,
      to: v.optional(offset),
      level: v.optional(level, 0),
    }),
  ),
  bed: v.strictObject({ start: level, end: level }),
  beats: v.optional(v.strictObject({ start: hertz, end: hertz })),
});

export const bellSound = ownOr(BELLS);
export const bedSchema = v.strictObject({
  sound: bedSound,
  /** Among the other beds; the level of the bus is that of all of them. */
  level: v.optional(level, 0),
  /** There, but not heard until somebody wants it. */
  muted: v.optional(v.boolean(), false),
  /** By phase: how much softer or louder it is there, reached with the phase. */
  phases: v.optional(v.record(name, level), {}),
});

/** What was known of an own sound when the plan was made: enough to say what sounds where, also where the sound is not at hand. */
export const ownSchema = v.strictObject({
  id: ownId,
  title,
  kind: v.picklist(['music', 'nature']),
  seconds: between(0.05, 4 * 3600),
});

export const chosenBeats = v.strictObject({
  kind: v.picklist([...BEATS, 'none']),
  carrier: between(100, 440),
});
/** Minutes a lozenge stays in the mouth. */
export const heldMinutes = between(7, 15);
/** Minutes a pump runs. */
export const pumpedMinutes = between(5, 240);

/** The schema itself, for writing `docs/plan.schema.json`. What a schema cannot say is judged by `misplaced`. */
export const planSchema = v.strictObject({
  format: v.literal('undertone-plan'),
  version: v.literal(PLAN_VERSION),
  id: name,
  title,
  route: v.optional(v.picklist(ROUTES)),
  /** A medicine clock never stops; a practice may be paused. */
  clock: v.picklist(['medicine', 'practice']),
  talk: v.picklist(TALK),
  bell: bellSound,
  bells: v.optional(bellsSchema, { ring: 'as-planned' }),
  beds: v.pipe(v.array(bedSchema), v.maxLength(6)),
  own: v.optional(v.pipe(v.array(ownSchema), v.maxLength(MOST_OWN)), []),
  beats: chosenBeats,
  levels: v.strictObject(v.entriesFromList(BUSES, level)),
  /** As loud as the person ever wants it, set by ear: no level goes above it. */
  ceiling: v.optional(level),
  /** Minutes the lozenge stays in the mouth; a soft bell tells when they are over. */
  lozengeHold: v.optional(heldMinutes),
  /** Minutes the pump runs. */
  pumpMinutes: v.optional(pumpedMinutes),
  devices: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3))),
  grounding: v.optional(v.strictObject({ anchor: names, room: names }), DEFAULT_GROUNDING),
  phases: v.pipe(v.array(phaseSchema), v.minLength(1), v.maxLength(24)),
});

/** Reads a plan document. What is wrong is told with its place, never thrown: `phases[2].minutes: expected …`. */
export function parsePlan(document: string): Result<Plan, Misfit> {
  const json = readJson(document);
  return json.ok ? planOf(json.value) : json;
}

/** The same for a value that is already an object, such as one from storage. One of an older version is brought up to this one. */
export function planOf(value: unknown): Result<Plan, Misfit> {
  const current = upgraded(value);
  if (!current.ok) return current;
  const read = readWith(planSchema, current.value);
  if (!read.ok) return read;
  const problem = misplaced(read.value) ?? misplacedBed(read.value) ?? misplacedBell(read.value);
  return problem === undefined ? read : { ok: false, problem };
}

function misplacedBell({ bell, own }: Plan): Misfit | undefined {
  if (!isOwn(bell)) return undefined;
  const sound = own.find(({ id }) => id === bell);
  if (sound === undefined) return misfit('bell', 'an own sound that "own" tells about', bell);
  if (couldRing(sound)) return undefined;
  return misfit('bell', `an own sound of at most ${LONGEST_BELL} s`, `one of ${sound.seconds} s`);
}

function misplacedBed({ beds, own, phases }: Plan): Misfit | undefined {
  const names = phases.map(({ phase }) => phase);
  for (const [nth, bed] of beds.entries()) {
    const at = `beds[${nth}]`;
    if (beds.findIndex(({ sound }) => sound === bed.sound) < nth)
      return misfit(`${at}.sound`, 'each bed once', bed.sound);
    if (isOwn(bed.sound) && !own.some(({ id }) => id === bed.sound))
      return misfit(`${at}.sound`, 'an own sound that "own" tells about', bed.sound);
    const nowhere = Object.keys(bed.phases).find((phase) => !names.includes(phase));
    if (nowhere !== undefined)
      return misfit(`${at}.phases`, `phases of the plan (${names.join(', ')})`, nowhere);
  }
  return undefined;
}

function misplaced({ phases }: Plan): Misfit | undefined {
  for (const [nth, phase] of phases.entries()) {
    const at = `phases[${nth}]`;
    if (nth > 0 && phase.openEnded) return misfit(`${at}.openEnded`, 'only the first phase open-ended', true);
    if (phase.phase === 'next') return misfit(`${at}.phase`, 'a name other than "next"', phase.phase);
    if (phases.findIndex((other) => other.phase === phase.phase) < nth)
      return misfit(`${at}.phase`, 'each phase once', phase.phase);
    const problem =
      misplacedIn(phase.lines, `${at}.lines`) ??
      misplacedIn(phase.bells, `${at}.bells`) ??
      misplacedBreath(phase, at);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

type Place = { readonly at?: number | undefined; readonly before?: number | undefined };

function misplacedIn(places: readonly Place[], list: string): Misfit | undefined {
  const nth = places.findIndex(({ at, before }) => (at === undefined) === (before === undefined));
  if (nth < 0) return undefined;
  const got = places[nth]?.at === undefined ? 'neither' : 'both';
  return { place: `${list}[${nth}]`, expected: 'either "at" or "before"', got };
}

function misplacedBreath({ breath }: PlanPhase, phase: string): Misfit | undefined {
  if (breath === undefined) return undefined;
  const { from, to } = breath;
  if (isTooFast(breath)) {
    const expected = `a breath of at least ${SHORTEST_BREATH} seconds`;
    return misfit(`${phase}.breath.pattern`, expected, Number(breathLength(breath).toFixed(1)));
  }
  return to === undefined || to > from
    ? undefined
    : misfit(`${phase}.breath.to`, `a place after ${from}`, to);
}
