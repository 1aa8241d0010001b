import { describe, expect, it } from 'vitest';
import { isLineId } from '#guidance/lines.ts';
import { hasTrait, type LineTrait } from '#guidance/traits.ts';
import { levelAt } from '#session/automation.ts';
import { BELLS, endOfCue, isVoice, type Cue } from '#session/cues.ts';
import type { EventBody } from '#session/log.ts';
import { misfitOf } from '#session/fitting.ts';
import { BEATS, BEDS } from '#session/layers.ts';
import { planOf } from '#session/plan-reading.ts';
import { ROUTES, TALK, type Plan, type RouteId } from '#session/plan.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { isRouteId, routes } from '#session/routes/all.ts';
import { FADE_FLOOR, later } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const MEDICINE = ['iv', 'im', 'nasal', 'lozenge'] as const;
/** Every route, at every amount of talk that speaks. */
const spoken = ROUTES.flatMap((route) => (['full', 'sparse'] as const).map((talk) => [route, talk] as const));
const planned = (plan: Plan) => timelineOf(plan, plannedLog(plan));
const linesOf = (plan: Plan): string[] =>
  plan.phases.flatMap((phase) => [...phase.lines.map(({ line }) => line), ...(phase.loop?.lines ?? [])]);
const withTrait = (lines: readonly string[], trait: LineTrait) =>
  lines.filter((line) => isLineId(line) && hasTrait(line, trait));

describe('the shipped routes', () => {
  const minutes: Record<RouteId, number> = { iv: 100, im: 100, nasal: 135, lozenge: 150, 'practice-run': 15 };
  it.each(ROUTES)('[R1] %s takes its minutes from the medicine to the end', (route) => {
    const plan = shippedPlan(route);
    const given = plan.phases[0]?.openEnded === true ? plan.phases[0].minutes * 60 : 0;
    expect((planned(plan).to - given) / 60).toBe(minutes[route]);
  });

  it('[R2] nasal: nothing leads the breath through the nose within five minutes after a device', () => {
    const plan = shippedPlan('nasal', { talk: 'full', devices: 3 });
    const devices = [min(20), min(25), min(30)];
    const [first = 0, second = 0, third = 0] = devices;
    const timeline = timelineOf(
      plan,
      logged(
        [first, { type: 'device-started', device: 1 }],
        [second, { type: 'device-started', device: 2 }],
        [third, { type: 'device-started', device: 3 }],
      ),
    );
    const near = (at: number) => devices.some((device) => at >= device && at < device + 300);
    const said = timeline.cues.filter((cue) => isVoice(cue) && near(cue.at)).map((cue) => cue.clip);
    expect(said.length).toBeGreaterThan(5);
    expect(withTrait(said, 'nose-breath')).toEqual([]);
    expect(said.filter((line) => line.startsWith('breath.'))).toEqual([]);
    const breaths = timeline.layers.filter((layer) => layer.bus === 'breath');
    expect(breaths.filter((layer) => layer.to > first + 5)).toEqual([]);
  });

  it.each([7, 10, 15])(
    '[R3] lozenge, held %i minutes: no answer, no mouth, and a soft bell',
    (lozengeHold) => {
      const plan = shippedPlan('lozenge', { talk: 'full', lozengeHold });
      const timeline = planned(plan);
      const [from, to] = [min(30), min(30 + lozengeHold)];
      const during = timeline.cues.filter((cue) => cue.at >= from && cue.at < to && isVoice(cue));
      expect(
        withTrait(
          during.map((cue) => cue.clip),
          'asks',
        ),
      ).toEqual([]);
      const words = during.map((cue) => (isVoice(cue) ? cue.text : '')).join(' ');
      expect(words).not.toMatch(/\?|\bsay\b|\btell us\b|through the mouth|exhale|sigh/i);
      expect(words).toMatch(/through the nose/);
      const bells = timeline.cues.filter((cue): cue is Cue & { bus: 'bell' } => cue.bus === 'bell');
      expect(bells.filter((bell) => bell.at > from && bell.at <= to)).toEqual([
        expect.objectContaining({ at: to, soft: true }),
      ]);
    },
  );

  const meanwhile: readonly (readonly [string, readonly (readonly [number, EventBody])[]])[] = [
    [
      'the onset is held meanwhile',
      [
        [min(35), { type: 'held' }],
        [min(50), { type: 'released' }],
      ],
    ],
    ['the peak comes before', [[min(36), { type: 'phase-advanced', to: 'peak', observed: true }]]],
    ['nobody speaks and no bell rings', [[min(31), { type: 'talk-changed', talk: 'silent' }]]],
    ['the onset is stretched', [[min(32), { type: 'phase-extended', by: 300 }]]],
  ];
  // Mutants, each red: `holdBell` counted from its phase; it left out where talk is silent.
  it.each(meanwhile)('[R3] the bell after a lozenge keeps to the clock, also where %s', (_, acts) => {
    const plan = shippedPlan('lozenge', { lozengeHold: 10 });
    const log = logged([0, { type: 'started' }], [min(30), { type: 'medicine-given' }], ...acts);
    const bells = timelineOf(plan, log).cues.filter(({ id }) => id.endsWith('/bell/hold'));
    expect(bells.map(({ at }) => at)).toEqual([min(40)]);
  });

  it.each(ROUTES)('[R4] %s: no breath is kept in or out before re-entry', (route) => {
    const plan = shippedPlan(route, { talk: 'full' });
    const before = plan.phases.slice(
      0,
      plan.phases.findIndex((phase) => phase.phase === 'reentry'),
    );
    const patterns = before.flatMap(({ breath }) => breath?.pattern ?? []);
    expect(patterns.filter((_, nth) => nth % 2 === 1).filter((hold) => hold > 0)).toEqual([]);
    for (const { breath } of before)
      if (breath !== undefined) expect(breath.pattern[0] + breath.pattern[2]).toBeGreaterThanOrEqual(8);
  });

  it.each(spoken)('[R5] %s, %s: a landing line is said before re-entry ends', (route, talk) => {
    const timeline = planned(shippedPlan(route, { talk }));
    const reentry = timeline.spans.find((span) => span.phase === 'reentry');
    const landings = timeline.cues.filter((cue) => cue.clip === 'reentry.landing');
    expect(landings.length).toBe(1);
    for (const landing of landings) {
      expect(landing.at).toBeGreaterThan((reentry?.to ?? 0) - 90);
      expect(endOfCue(landing)).toBeLessThan(reentry?.to ?? 0);
    }
  });

  // CLOSING_FADE of 20: red
  it.each(ROUTES)('[R6] %s ends in a fade of at least 30 s', (route) => {
    for (const rest of [routes[route].minutes['rest'] ?? 0, 1]) {
      const chosen = { ...routes[route].minutes, rest };
      const { master, to } = planned(shippedPlan(route, { minutes: chosen }));
      expect(levelAt(master, later(to, -29))).toBeLessThan(0);
      expect(levelAt(master, later(to, -2))).toBeGreaterThan(FADE_FLOOR);
    }
  });

  it.each(ROUTES)('[R7] the guide can say every line of %s', (route) => {
    const plan = shippedPlan(route);
    expect(linesOf(plan).filter((line) => !isLineId(line))).toEqual([]);
    expect(misfitOf(plan, plannedLog(plan), evenGuide)).toBeUndefined();
  });

  it('[R8] a practice speaks of no medicine and of nobody beside', () => {
    const plan = shippedPlan('practice-run');
    const lines = [...linesOf(plan), ...plan.grounding.anchor, ...plan.grounding.room];
    expect([...withTrait(lines, 'company'), ...withTrait(lines, 'medicine')]).toEqual([]);
  });

  it.each(MEDICINE)('[R8] %s never says that there is no medicine', (route) => {
    expect(withTrait(linesOf(shippedPlan(route)), 'practice')).toEqual([]);
  });

  it('[R9] every choice makes a valid plan', () => {
    for (const route of ROUTES)
      for (const talk of TALK)
        for (const beds of [[], ...BEDS.map((sound) => [{ sound }])]) {
          const plan = shippedPlan(route, { talk, beds });
          expect(planOf(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
        }
    for (const bell of BELLS) expect(shippedPlan('iv', { bell }).bell).toBe(bell);
    for (const beats of BEATS) expect(shippedPlan('im', { beats }).beats.kind).toBe(beats);
    expect(planOf(shippedPlan('iv', { carrier: 20 }))).toMatchObject({
      problem: { place: 'beats.carrier', expected: 'a number of at least 100' },
    });
  });

  it('[OW1] a plan knows the own sounds it uses first, then others that may join, 24 at most', () => {
    const own = Array.from({ length: 30 }, (_, nth) => ({
      id: `own.s${nth}` as const,
      title: `Sound ${nth}`,
      kind: 'music' as const,
      seconds: 20,
    }));
    const known = shippedPlan('iv', { own, bell: 'own.s29', beds: [{ sound: 'own.s28' }] }).own;
    expect(known.slice(0, 3).map(({ id }) => id)).toEqual(['own.s28', 'own.s29', 'own.s0']);
    expect(known).toHaveLength(24);
  });

  it('[R9] a route is known by its id', () => {
    expect(['iv', 'practice-run', 'toString', ''].map(isRouteId)).toEqual([true, true, false, false]);
  });
});
