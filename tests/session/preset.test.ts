import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaths, BREATHS } from '#session/breath-patterns.ts';
import { BEATS, BEDS } from '#session/layers.ts';
import { ROUTES, TALK, type Plan, type RouteId } from '#session/plan.ts';
import { presetOf } from '#session/preset-reading.ts';
import {
  LONGEST_PRESET_NAME,
  MOST_PRESETS,
  presetProblem,
  settledIn,
  settleTheSame,
  type Settled,
} from '#session/preset.ts';
import { routes } from '#session/routes/all.ts';
import type { Choices } from '#session/routes/shape.ts';
import { plan, shippedPlan } from '../helpers/sessions.ts';

const beside = { depth: 'deeper', guide: { id: 'bdl' } } as const;

/** What a plan settles; every plan here has a route. */
function settled(from: Plan): Settled {
  const found = settledIn(from, beside);
  if (found === undefined) throw new Error('a plan of no route');
  return found;
}
const stored = (change: object = {}) => ({
  v: 1,
  id: 'a',
  name: 'Quiet',
  settled: settled(shippedPlan('iv')),
  ...change,
});

const sound = { id: 'own.k3', title: 'Lake', kind: 'nature', seconds: 4 } as const;
/** Choices that a facilitator can make, of those that a plan is made from. */
const choices = (route: RouteId): fc.Arbitrary<Partial<Choices>> => {
  const phases = Object.keys(routes[route].minutes);
  const breath = fc.constantFrom(...BREATHS).map((id) => breaths[id]);
  return fc.record({
    talk: fc.constantFrom(...TALK),
    beds: fc
      .subarray([...BEDS, sound.id], { maxLength: 6 })
      .map((beds) => beds.map((each) => ({ sound: each, level: -3, phases: { [phases[1] ?? '']: -6 } }))),
    own: fc.constant([sound]),
    bell: fc.constantFrom('bowl-196', 'small-bell', sound.id),
    bells: fc.constantFrom({ ring: 'never', end: true }, { ring: 'every', minutes: 10 }),
    beats: fc.constantFrom('none', ...BEATS),
    carrier: fc.integer({ min: 100, max: 440 }),
    minutes: fc.constantFrom({}, { [phases[1] ?? '']: 33 }),
    devices: fc.constantFrom(1, 2, 3),
    lozengeHold: fc.integer({ min: 7, max: 15 }),
    pumpMinutes: fc.integer({ min: 5, max: 240 }),
    breath,
    onsetBreath: breath,
  });
};

describe('a preset', () => {
  // Mutants, each red: `later` taken from the preparation; `carrier` left to the default; `minutes` of the route's own.
  it.each(ROUTES)('[PR8] of %s makes the plan it was made of', (route) => {
    fc.assert(
      fc.property(choices(route), (made) => {
        const first = shippedPlan(route, made);
        const { breath, beats, ...rest } = settled(first);
        const again = { beats: beats.kind, carrier: beats.carrier, breath: breath.first };
        const own = made.own ?? []; // what lies on the device, whether it is used or not
        expect(shippedPlan(route, { ...rest, own, ...again, onsetBreath: breath.later })).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  it('[PR8] is of no plan without a route', () => {
    expect(settledIn(plan(), beside)).toBeUndefined();
  });

  it.each(ROUTES)('[PR7] of %s can be read again', (route) => {
    fc.assert(
      fc.property(choices(route), (made) => {
        const kept = stored({ settled: settled(shippedPlan(route, made)) });
        expect(presetOf(structuredClone(kept))).toEqual(kept);
      }),
      { numRuns: 20 },
    );
  });

  // Mutant: `fromRate` kept with the breath -> fails.
  it('[PR7] is about nobody', () => {
    const theirs = shippedPlan('iv', { breath: { ...breaths.slow, fromRate: 13 }, ceiling: -12 });
    expect(JSON.stringify(settled(theirs))).not.toMatch(/fromRate|ceiling/);
    for (const key of ['label', 'intention', 'likes', 'avoid', 'gates', 'seizure', 'anchors'])
      expect(presetOf(stored({ settled: { ...stored().settled, [key]: 'x' } }))).toBeUndefined();
  });

  it.each([
    [{ v: 2 }],
    [{ name: ' ' }],
    [{ name: 'x'.repeat(LONGEST_PRESET_NAME + 1) }],
    [{ settled: undefined }],
    [{ settled: { ...stored().settled, route: 'oral' } }],
    [{ settled: { ...stored().settled, minutes: { onset: 500 } } }],
    [{ settled: { ...stored().settled, breath: { first: breaths.slow } } }],
  ])('[PR7] that is none is not read: %#', (change) => {
    expect(presetOf(stored(change))).toBeUndefined();
  });

  it('[PR13] has a name that no other has', () => {
    const all = [
      { id: 'a', name: 'Quiet' },
      { id: 'b', name: 'Evening' },
    ];
    expect(presetProblem(all, ' ')).toBe('no-name');
    expect(presetProblem(all, ' quiet ')).toBe('taken');
    expect(presetProblem(all, 'Quiet', 'a')).toBeUndefined();
    expect(presetProblem(all, 'Evening', 'a')).toBe('taken');
    expect(presetProblem(all, 'Morning')).toBeUndefined();
  });

  it('[PR13] is one of so many', () => {
    const all = Array.from({ length: MOST_PRESETS }, (_, nth) => ({ id: `${nth}`, name: `No ${nth}` }));
    expect(presetProblem(all, 'One more')).toBe('too-many');
    expect(presetProblem(all.slice(1), 'One more')).toBeUndefined();
    expect(presetProblem(all, 'Another name', '3')).toBeUndefined();
  });

  it('[PR8] settles the same, in whatever order its parts were written', () => {
    const one = settled(shippedPlan('nasal'));
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as Settled;
    expect(settleTheSame(one, turned)).toBe(true);
    expect(settleTheSame(one, { ...one, devices: 3 })).toBe(false);
    expect(settleTheSame(one, { ...one, minutes: { ...one.minutes, rest: 5 } })).toBe(false);
  });
});
