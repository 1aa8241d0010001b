import { BEDS } from './layers.ts';
import { PLAN_VERSION } from './plan.ts';
import { misfit, type Misfit } from './misfit.ts';
import type { Result } from './units.ts';

type Document = Readonly<Record<string, unknown>>;
type Step = (plan: Document) => Result<Document, Misfit>;

/** From each version to the next. A step is never changed once plans of its version are about; a fixture of each is in the tests. */
const STEPS: Readonly<Record<number, Step>> = {
  1: oneBedToMany,
};

/**
 * A plan document of any version so far, as one of this version [M3]. What is not a plan at all is handed on to be judged;
 * one of a newer version is refused, for nobody knows what it means.
 */
export function upgraded(value: unknown): Result<unknown, Misfit> {
  let plan = value;
  for (;;) {
    const version = isDocument(plan) ? plan['version'] : undefined;
    if (!isDocument(plan) || typeof version !== 'number') return { ok: true, value: plan };
    if (version > PLAN_VERSION) return { ok: false, problem: tooNew(version) };
    const step = STEPS[version];
    if (step === undefined) return { ok: true, value: plan };
    const next = step(plan);
    if (!next.ok) return next;
    plan = next.value;
  }
}

function tooNew(version: number): Misfit {
  return misfit(
    'version',
    `a version up to ${PLAN_VERSION}, for a newer app may mean other things by it`,
    version,
  );
}

/** 1 to 2: a plan had one bed, or `none`. */
function oneBedToMany({ bed, ...plan }: Document): Result<Document, Misfit> {
  const known = [...BEDS, 'none'].some((one) => one === bed);
  if (!known) return { ok: false, problem: misfit('bed', `${BEDS.join(', ')} or none`, bed ?? 'nothing') };
  const beds = bed === 'none' ? [] : [{ sound: bed }];
  return { ok: true, value: { ...plan, version: 2, beds } };
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
