import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { BREATHS, breaths } from '#session/breath-patterns.ts';
import { breathLength } from '#session/breath.ts';
import { DEFAULT_TIMES } from '#session/clinic.ts';
import { endOfCue, isVoice } from '#session/cues.ts';
import { BEATS, BUSES } from '#session/layers.ts';
import { ROUTES, TALK, type Plan } from '#session/plan.ts';
import { PRACTICES } from '#session/practices/shape.ts';
import { pieceOf, steppingBack } from '#session/rehearsal-piece.ts';
import { lineSteps, rehearsalSteps } from '#session/rehearsal-steps.ts';
import type { Happening, Step } from '#session/rehearsal-step.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { buildTimeline, busLevel, type Timeline } from '#session/timeline.ts';
import { FADE_FLOOR, later, sessionTimeOf, START, within } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { anyPractice, practise } from '../helpers/practised.ts';
import { plan as small, phase, shippedPlan } from '../helpers/sessions.ts';

// Beside a test: changes of the code that were seen to break it.

interface Walked {
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly steps: readonly Step[];
}

function walk(plan: Plan): Walked {
  const timeline = buildTimeline(plan, plannedLog(plan), evenGuide);
  return {
    plan,
    timeline,
    steps: rehearsalSteps({ plan, timeline, repertoire: evenGuide, times: DEFAULT_TIMES }),
  };
}

const anyRoute = fc
  .record({
    route: fc.constantFrom(...ROUTES),
    talk: fc.constantFrom(...TALK),
    beats: fc.constantFrom('none' as const, ...BEATS),
    devices: fc.constantFrom(1 as const, 2 as const, 3 as const),
    lozengeHold: fc.integer({ min: 7, max: 15 }),
    breath: fc.constantFrom(...BREATHS).map((id) => breaths[id]),
    ceiling: fc.option(fc.integer({ min: -30, max: 0 }), { nil: undefined }),
    minutes: fc.dictionary(
      fc.constantFrom('preparation', 'onset', 'peak', 'rest'),
      fc.integer({ min: 1, max: 60 }),
    ),
  })
  .map(({ route, ...choices }) =>
    shippedPlan(route, { ...choices, beds: [{ sound: 'ocean' }, { sound: 'pad' }] }),
  );
const anyPlan = fc.oneof(
  anyRoute,
  anyPractice.map(({ id, change }) => practise(id, change).plan),
);

/** Judges walks through shipped sessions and practices, chosen in any way. */
function always(judge: (walked: Walked) => void, numRuns = 80): void {
  fc.assert(
    fc.property(anyPlan, (plan) => judge(walk(plan))),
    { numRuns, seed: 20_260 },
  );
}

function happenings(steps: readonly Step[]): Happening[] {
  return steps.flatMap(({ what }) => what);
}

function ofKind<Kind extends Happening['kind']>(steps: readonly Step[], kind: Kind) {
  return happenings(steps).filter((each): each is Happening & { kind: Kind } => each.kind === kind);
}

describe('a rehearsal', () => {
  it('[RH1] has every cue, phase, breath and beat of the session in exactly one step, in order of time', () => {
    always(({ timeline, steps }) => {
      expect(steps.flatMap(({ cues, measured }) => (measured === undefined ? cues : []))).toEqual(
        timeline.cues.map(({ id }) => id),
      );
      const places = steps.slice(0, -1).map(({ at }) => at);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      expect(ofKind(steps, 'phase').map((each) => each.phase)).toEqual(
        timeline.spans.map((span) => span.phase),
      );
      const led = timeline.layers.filter(({ sound }) => sound.kind === 'breath');
      expect(ofKind(steps, 'breath-begins')).toHaveLength(led.length);
      const beats = timeline.layers.filter(({ sound }) => sound.kind === 'beats');
      expect(ofKind(steps, 'beats-begin').length > 0).toBe(beats.length > 0);
      expect(steps.at(-1)?.what.map(({ kind }) => kind)).toEqual(['end']);
      for (const { at, phase: name, what } of steps) {
        expect(what.length).toBeGreaterThan(0);
        expect(timeline.spans.find((span) => within(at, span))?.phase).toBe(name);
      }
    });
  });

  // Mutant: givenAsPlanned() without devices -> fails.
  it('[RH1] tells of what is done at the clinic’s times, and at once of what happens at once', () => {
    const nasal = walk(shippedPlan('nasal', { devices: 3, beats: 'monaural' }));
    const t0 = nasal.timeline.spans[1]?.from ?? START;
    expect(nasal.steps.find(({ at }) => at === t0)?.what.map(({ kind }) => kind)).toEqual([
      ...(['given', 'phase', 'breath-ends', 'beats-begin', 'beats-glide'] as const),
    ]);
    const places = (steps: readonly Step[], kind: Happening['kind']) =>
      steps.filter(({ what }) => what.some((each) => each.kind === kind)).map(({ at }) => (at - t0) / 60);
    expect(places(nasal.steps, 'device')).toEqual([5, 10]);
    expect(places(nasal.steps, 'vitals')).toEqual([-2, 40, 130]);
    expect(places(nasal.steps, 'leaving')).toEqual([130]);
    const kinds = (plan: Plan) => new Set(happenings(walk(plan).steps).map(({ kind }) => kind));
    expect(kinds(shippedPlan('lozenge'))).toContain('hold-ends');
    expect(kinds(shippedPlan('iv'))).toContain('pump-ends');
    for (const kind of ['given', 'vitals', 'device', 'leaving'] as const)
      expect(kinds(shippedPlan('practice-run'))).not.toContain(kind);
  });

  // Mutant: a breath that always ends, also where another follows -> fails.
  it('[RH1] tells a breath that takes another’s place from one that comes by itself and one that goes', () => {
    const lozenge = walk(shippedPlan('lozenge', { breath: breaths.coherent, onsetBreath: breaths.slow }));
    expect(ofKind(lozenge.steps, 'breath-begins').map(({ before }) => before)).toEqual(['none', 'other']);
    expect(ofKind(lozenge.steps, 'breath-ends')).toHaveLength(1);
    const same = walk(shippedPlan('lozenge'));
    expect(ofKind(same.steps, 'breath-begins').map(({ before }) => before)).toEqual(['none', 'same']);
  });

  it('[RH1] has the lines alone for who wants only these', () => {
    always(({ timeline, steps }) => {
      expect(lineSteps(steps).flatMap(({ cues }) => cues)).toEqual(
        timeline.cues.filter(isVoice).map(({ id }) => id),
      );
    }, 40);
  });

  it('[RH2] hears each thing to its end, and nothing outside the session', () => {
    always(({ timeline, steps }) => {
      for (const { at, piece, what } of steps) {
        expect(piece.from).toBeGreaterThanOrEqual(START);
        expect(piece.to).toBeLessThanOrEqual(timeline.to);
        expect(at - piece.from).toBeLessThanOrEqual(2.2 + 1e-6);
        expect(at - piece.from).toBeCloseTo(Math.min(at, 2.2), 6);
        for (const each of what) {
          if (each.kind === 'line' || each.kind === 'bell')
            expect(piece.to).toBeGreaterThanOrEqual(Math.min(timeline.to, endOfCue(each.cue)) - 1e-6);
          if (each.kind === 'breath-begins') {
            const two = Math.min(40, 2 * breathLength(each.breath));
            expect(piece.to).toBeGreaterThanOrEqual(Math.min(timeline.to, at + two) - 1e-6);
          }
          if (each.kind === 'phase')
            expect(piece.to).toBeGreaterThanOrEqual(Math.min(timeline.to, at + 12) - 1e-6);
          if (each.kind === 'end') expect([piece.to, at]).toEqual([timeline.to, timeline.to - each.over]);
        }
      }
    });
  });

  // Mutants, each red: BREATHS = 1; breathsLong() without its longest.
  it('[RH2] hears a breath twice from a person’s own pace, and never a very long one for minutes', () => {
    const breathing = (breath: object) =>
      walk(small({ phases: [phase({ breath: { pattern: [4, 0, 6, 0], from: 60, ...breath } })] })).steps.find(
        ({ what }) => what.some(({ kind }) => kind === 'breath-begins'),
      );
    const heard = (step: Step | undefined) => (step === undefined ? 0 : step.piece.to - step.at);
    expect(heard(breathing({}))).toBeCloseTo(20, 6);
    expect(heard(breathing({ fromRate: 12 }))).toBeLessThan(11);
    expect(heard(breathing({ fromRate: 12 }))).toBeGreaterThan(9.9);
    expect(heard(breathing({ pattern: [30, 30, 30, 30] }))).toBe(40);
  });

  // Mutants, each red: all cues of the session in a piece; goingOut() that does not.
  it('[RH3] sounds as the session does there, with its own cue alone, from silence into silence', () => {
    always(({ timeline, steps }) => {
      for (const step of steps) {
        const whole = step.measured ?? timeline;
        const sounds = pieceOf(step, timeline);
        const { from, to } = step.piece;
        expect(sounds.cues.map(({ id }) => id)).toEqual(step.cues);
        expect(sounds.to).toBe(to);
        expect(levelAt(sounds.master, from)).toBeLessThanOrEqual(FADE_FLOOR);
        expect(levelAt(sounds.master, to)).toBeLessThanOrEqual(FADE_FLOOR);
        for (let at = from; at < to; at = later(at, 0.5)) {
          expect(levelAt(sounds.master, at)).toBeLessThanOrEqual(levelAt(whole.master, at) + 1e-9);
          if (at > from + 1 && at < to - 1.2)
            expect(levelAt(sounds.master, at)).toBeCloseTo(levelAt(whole.master, at), 6);
          for (const bus of BUSES) expect(sounds.levels[bus]).toBe(whole.levels[bus]);
        }
        expect(sounds.layers).toBe(whole.layers);
      }
    }, 25);
  });

  // Mutant: the ducking of the whole session -> fails.
  it('[RH3] steps back under its line as the session does, and under no other', () => {
    const { timeline, steps } = walk(shippedPlan('iv', { talk: 'full', beats: 'monaural' }));
    for (const step of steps.filter(({ measured }) => measured === undefined)) {
      const sounds = pieceOf(step, timeline);
      const [only] = sounds.cues;
      for (const bus of BUSES) {
        if (only !== undefined && isVoice(only))
          expect(levelAt(busLevel(sounds, bus), only.at)).toBe(levelAt(busLevel(timeline, bus), only.at));
        else expect(levelAt(sounds.ducking[bus], step.at)).toBe(0);
      }
      if (only === undefined || !isVoice(only)) continue;
      const there = steppingBack(timeline, only);
      expect(there.find(({ bus }) => bus === 'bed')).toEqual({ bus: 'bed', by: -8 });
      expect(there.some(({ bus }) => bus === 'beats')).toBe(
        timeline.layers.some(({ bus, from, to }) => bus === 'beats' && within(only.at, { from, to })),
      );
    }
  });

  it('[RH3] has nothing step back for a line that is only shown', () => {
    const { timeline, steps } = walk(shippedPlan('iv'));
    const [first] = ofKind(steps, 'line');
    if (first === undefined) throw new Error('nothing is said');
    expect(steppingBack(timeline, { ...first.cue, unspoken: true })).toEqual([]);
  });

  // Mutant: vitals that never end -> fails.
  it('[RH4] lets the bed lie 12 dB lower while somebody is told and measured, and back by the end of the piece', () => {
    const { timeline, steps } = walk(shippedPlan('nasal', { talk: 'silent' }));
    const vitals = steps.filter(({ what }) => what.some(({ kind }) => kind === 'vitals'));
    expect(vitals).toHaveLength(3);
    for (const step of vitals) {
      const sounds = pieceOf(step, timeline);
      const bed = (at: number) => levelAt(busLevel(sounds, 'bed'), sessionTimeOf(at));
      const [told] = sounds.cues;
      expect(sounds.cues).toHaveLength(1);
      expect(told?.clip).toBe('ask.measure');
      const over = step.piece.to - 8;
      expect(levelAt(sounds.thinning.bed, sessionTimeOf(over))).toBeCloseTo(-12, 6);
      expect(bed(step.piece.to)).toBeCloseTo(bed(step.piece.from), 6);
      expect(told === undefined ? 0 : told.at - step.at).toBeCloseTo(8, 6);
      expect(over - (told === undefined ? 0 : endOfCue(told))).toBeCloseTo(4, 6);
    }
  });

  it('[RH1] goes through every shipped practice', () => {
    for (const id of PRACTICES) {
      const { steps, timeline } = walk(practise(id).plan);
      expect(steps.length).toBeGreaterThan(timeline.cues.length);
    }
  });
});
