import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringing, type BellsInput } from '#session/bells.ts';
import { BELLS_APART, isBell, isQuiet, QUIET_GAP, type BellCue } from '#session/cues.ts';
import type { SessionLog } from '#session/log.ts';
import { clockOf } from '#session/print.ts';
import { plannedLog } from '#session/rehearsal.ts';
import type { Timeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { always, lastOf } from '../helpers/lived.ts';
import { logged, min, phase, plan, shippedPlan, timelineOf } from '../helpers/sessions.ts';

// Beside a property: changes of the code that were seen to break it.

const bellsOf = (timeline: Timeline): BellCue[] => timeline.cues.filter(isBell);
const struck = (timeline: Timeline) => bellsOf(timeline).map(({ at }) => clockOf(at));

/** Twenty minutes in two phases with two bells of their own, and a rule for bells. */
const twenty = (bells: BellsInput, second = 'rest') =>
  plan({
    bells,
    phases: [phase({ bells: [{ at: 7 }] }), phase({ phase: second, bells: [{ before: 60, soft: true }] })],
  });
const rung = (bells: BellsInput, log: SessionLog = []) => struck(timelineOf(twenty(bells), log));

describe('the bells of a plan', () => {
  it('[K1] are those of the phases where nothing else is said', () => {
    expect(rung({ ring: 'as-planned' })).toEqual(['0:07', '19:00']);
    expect(plan().bells).toEqual({ ring: 'as-planned', start: false, end: false });
  });

  it('[K1] may be none, at given times, or every so many minutes', () => {
    expect(rung({ ring: 'never' })).toEqual([]);
    expect(rung({ ring: 'at-times', at: [min(12, 30), min(3), min(40)] })).toEqual(['3:00', '12:30']);
    expect(rung({ ring: 'every', minutes: 5 })).toEqual(['5:00', '10:00', '15:00']);
  });

  // ownStrikes() that forgets `kept`: red
  it('[K1] keep the one that a line announces: the lozenge’s time is told by a bell', () => {
    for (const bells of [{ ring: 'never' }, { ring: 'every', minutes: 0.5 }] as const) {
      const lozenge = shippedPlan('lozenge', { bells });
      const over = bellsOf(timelineOf(lozenge, plannedLog(lozenge))).filter(({ at }) => at === min(40));
      expect(over.map(({ id, soft }) => [id, soft])).toEqual([['onset/bell/hold', true]]);
    }
  });

  it('[K1] are not spoken of where none rings', () => {
    const said = (bells: BellsInput) => {
      const iv = shippedPlan('iv', { bells, talk: 'full' });
      return timelineOf(iv, plannedLog(iv)).cues.flatMap((cue) => (isBell(cue) ? [] : [cue.text]));
    };
    expect(said({ ring: 'never' }).filter((text) => /\bbell\b/i.test(text))).toEqual([]);
    expect(said({ ring: 'never', end: true }).filter((text) => /\bbell\b/i.test(text))).toHaveLength(2);
  });

  it('[K2] stay where they are when a phase is made longer, shorter or left', () => {
    const rules: BellsInput[] = [
      { ring: 'every', minutes: 4 },
      { ring: 'random', minutes: 4, seed: 5 },
      { ring: 'at-times', at: [min(4), min(13), min(18)] },
    ];
    for (const bells of rules) {
      const planned = rung(bells);
      for (const event of [
        { type: 'phase-extended', by: 300 },
        { type: 'phase-extended', by: -120 },
        { type: 'phase-advanced', to: 'rest', observed: true },
      ] as const) {
        const changed = rung(bells, logged([min(5), event]));
        const both = Math.min(planned.length, changed.length);
        expect(both).toBeGreaterThan(1);
        expect(changed.slice(0, both)).toEqual(planned.slice(0, both));
      }
    }
  });

  it('[K2] are silent in a hold, and go on after it where they would be by then', () => {
    const log = logged([min(4), { type: 'held' }], [min(12), { type: 'released' }]);
    expect(rung({ ring: 'every', minutes: 5 }, log)).toEqual(['15:00', '20:00', '25:00']);
  });

  // EDGE of 0: red; hashed() that takes Math.random: red
  it('[K3] at random ring once in each window, with a fifth of it clear between two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(2 ** 31 - 1), (minutes, seed) => {
        const bells = { ring: 'random', minutes, seed, soft: true, start: false, end: false } as const;
        const length = minutes * 60;
        const to = 30 * length;
        const all = ringing(bells, { from: sessionTimeOf(0), to: sessionTimeOf(to) }).map(({ at }) => at);
        expect(all.map((at) => Math.floor(at / length))).toEqual(all.map((_, nth) => nth));
        for (const [nth, at] of all.slice(1).entries())
          expect(at - (all[nth] ?? 0)).toBeGreaterThanOrEqual(length / 5 - 0.1);
        const middle = sessionTimeOf(to / 3);
        const [first, second] = [
          ringing(bells, { from: sessionTimeOf(0), to: middle }),
          ringing(bells, { from: middle, to: sessionTimeOf(to) }),
        ];
        expect([...first, ...second].map(({ at }) => at)).toEqual(all);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('[K3] at random are spread over the window, and differ from seed to seed', () => {
    const shares = Array.from({ length: 400 }, (_, seed) => {
      const bells = { ring: 'random', minutes: 10, seed, soft: true, start: false, end: false } as const;
      return (ringing(bells, { from: sessionTimeOf(0), to: sessionTimeOf(600) })[0]?.at ?? 0) / 600;
    });
    for (const edge of [0.1, 0.3, 0.5, 0.7]) {
      const within = shares.filter((share) => edge <= share && share < edge + 0.2);
      expect(within.length).toBeGreaterThan(70);
      expect(within.length).toBeLessThan(130);
    }
  });

  // apart() without isQuiet, or without the bells that have rung: each red
  it('[K4] are soft and five minutes apart in peak and plateau, whatever happens', () => {
    const dense = twenty({ ring: 'every', minutes: 1, soft: false }, 'peak');
    expect(bellsOf(timelineOf(dense, [])).map(({ at, soft }) => `${clockOf(at)} ${soft}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((minute) => `${minute}:00 false`),
      '10:00 true',
      '15:00 true',
    ]);
    always((lived) => {
      const quiet = bellsOf(lastOf(lived)).filter(({ id }) => isQuiet(id.split('/')[0] ?? ''));
      expect(quiet.filter(({ soft }) => !soft)).toEqual([]);
      for (const [nth, bell] of quiet.slice(1).entries())
        expect(bell.at - (quiet[nth]?.at ?? 0)).toBeGreaterThanOrEqual(QUIET_GAP);
    });
  });

  it('[K5] never ring into one another, also where a line puts them off', () => {
    always((lived) => {
      const all = bellsOf(lastOf(lived));
      for (const [nth, bell] of all.slice(1).entries())
        expect(bell.at - (all[nth]?.at ?? 0)).toBeGreaterThanOrEqual(BELLS_APART);
    });
    expect(rung({ ring: 'at-times', at: [60, 62, 64, 66], start: true })).toEqual(['0:10', '1:00', '1:06']);
  });

  it('[K6] begin once the sound is all there, and end as the closing fade begins', () => {
    expect(rung({ ring: 'never', start: true, end: true })).toEqual(['0:10', '19:20']);
    expect(rung({ ring: 'as-planned', start: true, end: true })).toEqual(['0:10', '19:00', '19:20']);
    const longer = logged([min(11), { type: 'phase-extended', by: 60 }]);
    expect(rung({ ring: 'never', end: true }, longer)).toEqual(['20:20']);
    expect(rung({ ring: 'never', end: true }, logged([min(19), { type: 'ended' }]))).toEqual([]);
  });

  it('[K6] do not end a session whose end nobody knows', () => {
    const waiting = plan({ bells: { ring: 'never', end: true }, phases: [phase({ openEnded: true })] });
    expect(struck(timelineOf(waiting, []))).toEqual([]);
  });

  // bellCues() without 'silent': red
  it('[C2] are none at "silent", the first and the last among them', () => {
    const silent = {
      ...twenty({ ring: 'every', minutes: 1, start: true, end: true }),
      talk: 'silent',
    } as const;
    expect(struck(timelineOf(silent, []))).toEqual([]);
  });

  it('[K14] may be a sound of one’s own, as long as that is', () => {
    const own = [{ id: 'own.gong', title: 'Our gong', kind: 'music', seconds: 12.5 }] as const;
    const timeline = timelineOf(
      plan({ bell: 'own.gong', own: [...own], phases: [phase({ bells: [{ at: 60 }] })] }),
      [],
    );
    expect(bellsOf(timeline).map(({ clip, duration }) => [clip, duration])).toEqual([['own.gong', 12.5]]);
  });
});
