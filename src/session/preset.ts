import type { InferOutput } from 'valibot';
import type { ChosenBreath } from './breath.ts';
import { EXTENDED_EXHALE } from './breath-patterns.ts';
import { completedBed } from './completing.ts';
import type { Plan, PlannedBreath } from './plan.ts';
import type { settledSchema } from './preset-reading.ts';
import { routes } from './routes/all.ts';
import { defaultChoices, type BedInput } from './routes/shape.ts';

/** So many presets a clinic may keep: more are not found any more in a row of names. */
export const MOST_PRESETS = 24;
export const LONGEST_PRESET_NAME = 40;

/** What sheet and plan settle that is about nobody in particular [PR7]. */
export type Settled = Readonly<InferOutput<typeof settledSchema>>;

/** What a clinic has settled once, under a name. */
export interface Preset {
  readonly v: 1;
  readonly id: string;
  readonly name: string;
  readonly settled: Settled;
}

/** What stands against keeping a preset under a name. */
export type PresetProblem = 'no-name' | 'taken' | 'too-many';

/** `id`: the one that is to have the name; undefined for one more. */
export function presetProblem(
  all: readonly Pick<Preset, 'id' | 'name'>[],
  name: string,
  id?: string,
): PresetProblem | undefined {
  const wanted = name.trim().toLowerCase();
  if (id === undefined && all.length >= MOST_PRESETS) return 'too-many';
  if (wanted === '') return 'no-name';
  return all.some((each) => each.id !== id && each.name.toLowerCase() === wanted) ? 'taken' : undefined;
}

/**
 * What a plan was made from, the person left out: the same choices make the same plan again [PR8]. Undefined for a plan
 * of no route. `beside`: what no plan tells.
 */
export function settledIn(plan: Plan, beside: Pick<Settled, 'depth' | 'guide'>): Settled | undefined {
  const { route, talk, bell, bells, beds, own, levels, beats, phases } = plan;
  if (route === undefined) return undefined;
  const { devices, lozengeHold, pumpMinutes } = defaultChoices(routes[route]);
  const breathIn = (phase: string) => phases.find((each) => each.phase === phase)?.breath;
  const first = breathOf(phases[0]?.breath ?? EXTENDED_EXHALE);
  return {
    route,
    minutes: Object.fromEntries(phases.map(({ phase, minutes }) => [phase, minutes])),
    devices: (plan.devices as 1 | 2 | 3 | undefined) ?? devices,
    lozengeHold: plan.lozengeHold ?? lozengeHold,
    pumpMinutes: plan.pumpMinutes ?? pumpMinutes,
    ...{ talk, bell, bells, beds, levels, beats },
    own: own.filter(({ id }) => id === bell || beds.some(({ sound }) => sound === id)),
    breath: { first, later: breathOf(breathIn('onset') ?? first) },
    ...beside,
  };
}

/**
 * What was chosen, where a plan tells less: sounds that are gone and beats that wait for an answer are not in it, and its
 * levels stay under the ceiling of whoever listens.
 */
export interface AsChosen extends Pick<Settled, 'bell' | 'own' | 'beats' | 'levels'> {
  readonly beds: readonly BedInput[];
}

export function asChosen(settled: Settled, { beds, ...chosen }: AsChosen): Settled {
  return { ...settled, ...chosen, beds: beds.map(completedBed) };
}

/** The rate it began at was somebody's own. */
export function breathOf({
  pattern,
  topUp,
  title,
}: ChosenBreath | PlannedBreath): Settled['breath']['first'] {
  const [inhale, full, exhale, empty] = pattern;
  return {
    pattern: [inhale, full, exhale, empty],
    ...(topUp === undefined ? {} : { topUp }),
    ...(title === undefined ? {} : { title }),
  };
}

/** Whether two settle the same; in which order their parts were written says nothing. */
export function settleTheSame(one: Settled, other: Settled): boolean {
  return alike(one, other);
}

function alike(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    alike((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
