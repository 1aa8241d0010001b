import * as v from 'valibot';
import { BELLS } from './cues.ts';
import { BEATS, BEDS, BUSES } from './layers.ts';
import { readJson, readWith, type Misfit } from './reading.ts';
import type { Result } from './units.ts';

/** From most to least said. `bells` leaves bells and breath, `silent` only the layers. */
export const TALK = ['full', 'sparse', 'bells', 'silent'] as const;
export type Talk = (typeof TALK)[number];

/** The six phases of a medicine session; practices may name others. */
export const PHASES = ['preparation', 'onset', 'peak', 'plateau', 'reentry', 'rest'] as const;
export type MedicinePhase = (typeof PHASES)[number];

export const ROUTES = ['iv', 'im', 'nasal', 'lozenge', 'practice-run'] as const;
export type RouteId = (typeof ROUTES)[number];

const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const seconds = between(0, 4 * 3600);
const level = between(-80, 6);

/** A place in a phase: seconds after its start, or seconds before its end. Before an end that is not known nothing happens. */
const place = { at: v.optional(seconds), before: v.optional(seconds) };
const placed = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.strictObject({ ...place, ...entries }),
    v.check(
      (it) =>
        ((it as { at?: number }).at !== undefined) !== ((it as { before?: number }).before !== undefined),
      'either "at" or "before"',
    ),
  );

/** The least amount of talk at which a line is said. */
const saidFrom = v.optional(v.picklist(['full', 'sparse']), 'sparse');

const phaseSchema = v.strictObject({
  phase: name,
  /** Shown instead of the phase's own name; for practices whose phases the app does not know. */
  title: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  minutes: between(0.25, 240),
  openEnded: v.optional(v.boolean(), false),
  steps: v.optional(v.array(v.strictObject({ name, at: seconds })), []),
  lines: v.optional(v.array(placed({ line: name, talk: saidFrom })), []),
  loop: v.optional(
    v.strictObject({
      lines: v.pipe(v.array(name), v.minLength(1)),
      from: seconds,
      every: between(20, 3600),
      talk: saidFrom,
    }),
  ),
  bells: v.optional(v.array(placed({ soft: v.optional(v.boolean(), false) })), []),
  bellLoop: v.optional(
    v.strictObject({ from: seconds, every: between(20, 3600), soft: v.optional(v.boolean(), true) }),
  ),
  breath: v.optional(
    v.strictObject({
      pattern: v.pipe(
        v.tuple([between(0.5, 30), between(0, 30), between(0.5, 30), between(0, 30)]),
        v.readonly(),
      ),
      from: seconds,
      to: v.optional(seconds),
      level: v.optional(level, 0),
    }),
  ),
  bed: v.strictObject({ start: level, end: level }),
  beats: v.optional(v.strictObject({ start: between(0.5, 30), end: between(0.5, 30) })),
});

const planSchema = v.pipe(
  v.strictObject({
    format: v.literal('undertone-plan'),
    version: v.literal(1),
    id: name,
    title: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
    route: v.optional(v.picklist(ROUTES)),
    /** A medicine clock never stops; a practice may be paused. */
    clock: v.picklist(['medicine', 'practice']),
    talk: v.picklist(TALK),
    bell: v.picklist(BELLS),
    bed: v.picklist([...BEDS, 'none']),
    beats: v.strictObject({ kind: v.picklist([...BEATS, 'none']), carrier: between(100, 440) }),
    levels: v.strictObject(v.entriesFromList(BUSES, level)),
    /** Minutes the lozenge stays in the mouth; a soft bell tells when they are over. */
    lozengeHold: v.optional(between(7, 15)),
    devices: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3))),
    /** What the second and the third rung of the grounding ladder say. */
    grounding: v.optional(v.strictObject({ anchor: v.array(name), room: v.array(name) }), () => ({
      anchor: ['ground.voice'],
      room: ['ground.feet', 'ground.hands', 'ground.room'],
    })),
    phases: v.pipe(v.array(phaseSchema), v.minLength(1), v.maxLength(24)),
  }),
  v.check(
    (plan) => plan.phases.slice(1).every((phase) => !phase.openEnded),
    'only the first phase open-ended',
  ),
  v.check(
    (plan) => new Set(plan.phases.map((phase) => phase.phase)).size === plan.phases.length,
    'each phase once',
  ),
);

/** What a session is meant to be. The document format is `docs/session-format.md`. */
export type Plan = Readonly<v.InferOutput<typeof planSchema>>;
export type PlanPhase = Plan['phases'][number];
export type PlanInput = v.InferInput<typeof planSchema>;

/** The schema itself, for writing `docs/plan.schema.json`. */
export { planSchema };

/** Reads a plan document. What is wrong is told with its place, never thrown: `phases[2].minutes: expected …`. */
export function parsePlan(text: string): Result<Plan, Misfit> {
  const json = readJson(text);
  return json.ok ? readWith(planSchema, json.value) : json;
}

/** The same for a value that is already an object, such as one from storage. */
export function planOf(value: unknown): Result<Plan, Misfit> {
  return readWith(planSchema, value);
}
