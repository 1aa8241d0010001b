import fc from 'fast-check';
import type { BellsInput } from '#session/bells.ts';
import { endOfCue } from '#session/cues.ts';
import { BUSES } from '#session/layers.ts';
import type { EventBody, SessionEvent } from '#session/log.ts';
import { TALK, type Plan, type PlanInput } from '#session/plan.ts';
import { buildTimeline, withEvent, type Timeline } from '#session/timeline.ts';
import { OPEN, sessionTimeOf, type SessionTime } from '#session/units.ts';
import { ANCHOR_LINE, evenGuide } from './guide.ts';
import { phase, plan, shippedPlan } from './sessions.ts';

/** How many random sessions each property is tried on: `RUNS=10000 SEED=1 npm run unit` for the long form. */
export const RUNS = Number(process.env['RUNS'] ?? 300);
/** The same sessions each time, so that a red test stays red until it is mended. */
const SEED = Number(process.env['SEED'] ?? 20_260);
/** So many sessions fit into memory and are made once for all properties. */
const MOST_KEPT = 1000;

/** A session somebody might have lived: `steps[n]` is its timeline once `n` events had happened. */
export interface Lived {
  readonly plan: Plan;
  readonly log: readonly SessionEvent[];
  readonly steps: readonly Timeline[];
}

/** The place of an event: some time after the one before, or exactly on something that happens by itself. */
type Place =
  | { readonly kind: 'after'; readonly seconds: number }
  | { readonly kind: 'cue' | 'cue-end' | 'phase-end' | 'end'; readonly nth: number };

const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant('after' as const),
    seconds: fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 4, noNaN: true }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 2000 }),
    ),
  }),
  fc.record({
    kind: fc.constantFrom('cue' as const, 'cue-end' as const, 'phase-end' as const, 'end' as const),
    nth: fc.nat(3),
  }),
);

const lines = ['anchor.here', 'ask.water', 'ground.feet', 'reentry.landing', 'no.such-line', ANCHOR_LINE];
const beds = ['ocean', 'pad', 'rain', 'own.x', 'own.gone'] as const;
const strips = [...BUSES, ...beds] as const;
const phaseNames = ['preparation', 'onset', 'peak', 'plateau', 'reentry', 'rest', 'next', 'nowhere'];
const of = <Type extends EventBody['type']>(type: Type) => fc.constant({ type });

/** What changes no session, or only a practice. */
const nearlyNothing: fc.Arbitrary<EventBody> = fc.oneof(
  ...[of('started'), of('sleep-timer-cancelled')],
  fc.record({ type: fc.constant('sleep-timer-set' as const), in: fc.constantFrom(60, 61.5, 300, 2700) }),
);
/** Any event but a taking-back, whose target depends on the log. */
const body: fc.Arbitrary<EventBody> = fc.oneof(
  ...[nearlyNothing, of('medicine-given'), of('held'), of('released'), of('unsilenced'), of('resumed')],
  fc.record({
    type: fc.constant('device-started' as const),
    device: fc.constantFrom(1 as const, 2 as const, 3 as const),
  }),
  fc.record({
    type: fc.constant('phase-advanced' as const),
    to: fc.constantFrom(...phaseNames),
    observed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('phase-extended' as const),
    by: fc.constantFrom(-14_400, -300, -60, -5, 5, 60, 300, 14_400),
  }),
  fc.record({
    type: fc.constant('grounding-stepped' as const),
    rung: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
  }),
  fc.record({ type: fc.constant('talk-changed' as const), talk: fc.constantFrom(...TALK) }),
  fc.record({
    type: fc.constant('bus-level-changed' as const),
    bus: fc.constantFrom(...BUSES),
    level: fc.integer({ min: -80, max: 6 }),
  }),
  fc.record({
    type: fc.constant('layer-level-changed' as const),
    layer: fc.constantFrom(...beds),
    level: fc.integer({ min: -80, max: 6 }),
  }),
  fc.record({
    type: fc.constant('strip-muted' as const),
    strip: fc.constantFrom(...strips),
    muted: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('strip-soloed' as const),
    strip: fc.constantFrom(...strips),
    soloed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('bed-added' as const),
    bed: fc.constantFrom(...beds),
    level: fc.constantFrom(-30, 0),
  }),
  fc.record({ type: fc.constant('bed-removed' as const), bed: fc.constantFrom(...beds) }),
  fc.record({ type: fc.constant('silenced' as const), fade: fc.constantFrom(0.3, 3, 5, 60) }),
  fc.record({ type: fc.constant('line-played' as const), line: fc.constantFrom(...lines) }),
  fc.record({
    type: fc.constant('anchor-line-played' as const),
    line: fc.constantFrom(ANCHOR_LINE, ANCHOR_LINE, ANCHOR_LINE, 'anchor.here', 'anchor-line.gone'),
    title: fc.constant('Come home'),
  }),
  fc.record({ type: fc.constant('noted' as const), text: fc.constant('warm hands') }),
  of('vitals-ended'),
  of('output-changed'),
  of('output-confirmed'),
  fc.record({ type: fc.constant('vitals-begun' as const), announced: fc.boolean() }),
  fc.record({ type: fc.constant('interrupted' as const), reason: fc.constant('call') }),
);
const recipe = fc.record({
  place,
  event: fc.oneof(
    { weight: 12, arbitrary: body },
    { weight: 2, arbitrary: fc.constant<EventBody>({ type: 'undone', undoes: 0 }) },
    { weight: 1, arbitrary: of('ended') },
  ),
  /** How many events before it a taking-back takes back. */
  back: fc.nat(8),
});

const level = fc.constantFrom(-80, -30, -6, 0, 6);
const minutes = fc.constantFrom(0.25, 0.5, 1, 2, 5);
const at = fc.integer({ min: 0, max: 200 });
const talk = fc.constantFrom('full' as const, 'sparse' as const);

/** Short phases with everything in them, crowded and at the edges of what the format allows. */
const crowdedPhase = fc.record({
  minutes,
  lines: fc.array(
    fc.oneof(
      fc.record({ line: fc.constantFrom(...lines), at, talk }),
      fc.record({ line: fc.constantFrom(...lines), before: at, talk }),
    ),
    { maxLength: 5 },
  ),
  loop: fc.option(
    fc.record({ lines: fc.constant(lines), from: at, every: fc.constantFrom(20, 100, 310), talk }),
    {
      nil: undefined,
    },
  ),
  bells: fc.array(fc.oneof(fc.record({ at }), fc.record({ before: at })), { maxLength: 2 }),
  breath: fc.option(
    fc.record({
      pattern: fc.constant([4, 0, 6, 0] as [number, number, number, number]),
      from: fc.integer({ min: 0, max: 60 }),
      to: fc.option(fc.integer({ min: 61, max: 200 }), { nil: undefined }),
      fromRate: fc.constantFrom(undefined, 6.4, 14),
      level,
    }),
    { nil: undefined },
  ),
  bed: fc.record({ start: level, end: level }),
  beats: fc.option(fc.constant({ start: 10, end: 6 }), { nil: undefined }),
});

const ends = { start: fc.boolean(), end: fc.boolean() };
const seconds = fc.integer({ min: 0, max: 1500 });
/** Every rule that bells may follow, as dense as the format allows. */
const anyBells: fc.Arbitrary<BellsInput> = fc.oneof(
  fc.record({ ring: fc.constant('as-planned' as const), ...ends }),
  fc.record({ ring: fc.constant('never' as const), ...ends }),
  fc.record({
    ring: fc.constant('at-times' as const),
    at: fc.array(seconds, { minLength: 1, maxLength: 8 }),
    soft: fc.boolean(),
    ...ends,
  }),
  fc.record({ ring: fc.constant('every' as const), minutes: fc.constantFrom(0.5, 1, 7), ...ends }),
  fc.record({
    ring: fc.constant('random' as const),
    minutes: fc.constantFrom(1, 3, 60),
    seed: fc.nat(2 ** 31 - 1),
    ...ends,
  }),
);

const crowdedPlan: fc.Arbitrary<Plan> = fc
  .record({
    openEnded: fc.boolean(),
    talk: fc.constantFrom(...TALK),
    bells: anyBells,
    ceiling: fc.constantFrom(undefined, undefined, -12, -40),
    beds: fc.constantFrom<PlanInput['beds'][]>(
      [{ sound: 'ocean' }],
      [{ sound: 'pad' }],
      [
        { sound: 'rain', level: -10, phases: { onset: -80, rest: 6 } },
        { sound: 'own.x', level: 6 },
      ],
    ),
    names: fc.shuffledSubarray(['preparation', 'onset', 'peak', 'plateau', 'rest'], { minLength: 1 }),
    phases: fc.array(crowdedPhase, { minLength: 5, maxLength: 5 }),
  })
  .map(({ openEnded, names, phases, beds, ...rest }) =>
    plan({
      ...rest,
      clock: openEnded ? 'medicine' : 'practice',
      own: [{ id: 'own.x', title: 'A river', kind: 'nature', seconds: 3000 }],
      beds: beds.map(({ phases: offsets = {}, ...bed }) => ({
        ...bed,
        phases: Object.fromEntries(Object.entries(offsets).filter(([name]) => names.includes(name))),
      })),
      beats: { kind: 'binaural', carrier: 200 },
      grounding: { anchor: [ANCHOR_LINE, 'ground.voice'], room: ['ground.feet', ANCHOR_LINE] },
      phases: names.map((name, nth) =>
        phase({
          ...phases[nth],
          phase: name,
          openEnded: openEnded && nth === 0,
        }),
      ),
    }),
  );

const shipped = (['iv', 'nasal', 'lozenge', 'practice-run'] as const).flatMap((route) => [
  shippedPlan(route, { talk: 'full', beats: 'binaural' }),
  shippedPlan(route),
]);

const anyPlan: fc.Arbitrary<Plan> = fc.oneof(fc.constantFrom(...shipped), crowdedPlan);

/** Sessions with up to twelve events of all kinds, many at the worst moment. */
const anyLived: fc.Arbitrary<Lived> = fc
  .record({ plan: anyPlan, recipes: fc.array(recipe, { maxLength: 12 }) })
  .map(({ plan: itsPlan, recipes }) => {
    const log: SessionEvent[] = [];
    const steps: Timeline[] = [buildTimeline(itsPlan, [], evenGuide)];
    for (const { place: where, event, back } of recipes) {
      const timeline = steps.at(-1);
      if (timeline === undefined || (event.type === 'undone' && log.length === 0)) continue;
      const itsBody =
        event.type === 'undone' ? { ...event, undoes: Math.max(0, log.length - 1 - back) } : event;
      const from = log.at(-1)?.at ?? 0;
      const itsPlace = Math.max(from, Math.min(placeIn(timeline, where, from), 100_000));
      log.push({ ...itsBody, at: sessionTimeOf(itsPlace), seq: log.length, wallMs: 0 });
      steps.push(withEvent(timeline, itsPlan, log, evenGuide));
    }
    return { plan: itsPlan, log, steps };
  });

const kept: Lived[] = [];

/** Judges random sessions; one that fails is made smaller until it says what is wrong. */
export function always(judge: (lived: Lived) => void): void {
  const runs = { numRuns: RUNS, seed: SEED };
  if (RUNS <= MOST_KEPT) {
    if (kept.length === 0) kept.push(...fc.sample(anyLived, runs));
    if (kept.every((lived) => isFine(judge, lived))) return;
  }
  fc.assert(fc.property(anyLived, judge), runs);
}

function isFine(judge: (lived: Lived) => void, lived: Lived): boolean {
  try {
    judge(lived);
    return true;
  } catch {
    return false;
  }
}

function placeIn(timeline: Timeline, where: Place, from: number): number {
  const ahead = (places: readonly SessionTime[], nth: number) =>
    places.filter((it) => it >= from && it !== OPEN)[nth] ?? from;
  switch (where.kind) {
    case 'after':
      return from + where.seconds;
    case 'cue':
      return ahead(
        timeline.cues.map((cue) => cue.at),
        where.nth,
      );
    case 'cue-end':
      return ahead(timeline.cues.map(endOfCue), where.nth);
    case 'phase-end':
      return ahead(
        timeline.spans.map((span) => span.to),
        where.nth,
      );
    case 'end':
      return ahead([timeline.to], 0);
  }
}

export function lastOf({ steps }: Lived): Timeline {
  const last = steps.at(-1);
  if (last === undefined) throw new Error('a session has at least its beginning');
  return last;
}
