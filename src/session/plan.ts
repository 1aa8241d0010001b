import type { InferInput, InferOutput } from 'valibot';
import type { planSchema } from './plan-reading.ts';
import type { Seconds } from './units.ts';

/** From most to least said. `bells` leaves bells and breath, `silent` only the layers. */
export const TALK = ['full', 'sparse', 'bells', 'silent'] as const;
export type Talk = (typeof TALK)[number];

/** The six phases of a medicine session; practices may name others. */
export const PHASES = ['preparation', 'onset', 'peak', 'plateau', 'reentry', 'rest'] as const;
export type MedicinePhase = (typeof PHASES)[number];

export const ROUTES = ['iv', 'im', 'nasal', 'lozenge', 'practice-run'] as const;
export type RouteId = (typeof ROUTES)[number];

/** The version of the plan format that this app writes. */
export const PLAN_VERSION = 2;

/** From the start of one nasal device to that of the next, at least. */
export const DEVICE_GAP: Seconds = 300;

/** So many own sounds a plan may tell about. */
export const MOST_OWN = 24;

/** What the second and the third rung of the grounding ladder say, where a plan does not. */
export const DEFAULT_GROUNDING = {
  anchor: ['ground.voice'],
  room: ['ground.feet', 'ground.hands', 'ground.room'],
};

/** What a session is meant to be. The document format is `docs/session-format.md`. */
export type Plan = Readonly<InferOutput<typeof planSchema>>;
export type PlanPhase = Plan['phases'][number];
export type PlannedBreath = NonNullable<PlanPhase['breath']>;
export type PlanBed = Plan['beds'][number];
export type OwnSound = Plan['own'][number];
export type PlanInput = InferInput<typeof planSchema>;
