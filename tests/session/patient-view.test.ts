import { describe, expect, it } from 'vitest';
import { placeOf } from '#guidance/script-lines.ts';
import { isVoice } from '#session/cues.ts';
import { keptViewOf } from '#session/patient-view-reading.ts';
import { FIRST_LOOK, lookBeside, lookFor } from '#session/patient-look.ts';
import { breathOf, momentOf, scoreOf } from '#session/patient-view.ts';
import { regionsAt } from '#session/practices/place.ts';
import { ROUTES } from '#session/plan.ts';
import { later, sessionTimeOf } from '#session/units.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

describe('what the patient sees', () => {
  it('[PV4] is the session at that moment', () => {
    const plan = shippedPlan('iv', { talk: 'full' });
    const timeline = timelineOf(plan, logged([min(10), { type: 'medicine-given' }]));
    const score = scoreOf(timeline, plan, placeOf);
    for (const cue of timeline.cues.filter(isVoice)) {
      const moment = momentOf(score, cue.at);
      expect(moment.caption).toBe(cue.text);
      expect(moment.here).toEqual(regionsAt(timeline, cue.at, placeOf));
      expect(momentOf(score, later(cue.at, cue.duration)).caption).toBeUndefined();
    }
    expect(momentOf(score, sessionTimeOf(min(12))).phase).toBe('onset');
  });

  // Mutant: leads() that only asks for silence -> red.
  it.each([
    ['silence', { type: 'silenced', fade: 5 }],
    ['the grounding ladder', { type: 'grounding-stepped', rung: 1 }],
  ] as const)('[PV5] leads no breath in %s', (_, event) => {
    const plan = shippedPlan('practice-run');
    const at = sessionTimeOf(60);
    const seen = (log: Parameters<typeof timelineOf>[1]) =>
      breathOf(scoreOf(timelineOf(plan, log), plan, placeOf), at);
    expect(seen([])).toBeDefined();
    expect(seen(logged([30, event]))).toBeUndefined();
  });

  it.each(ROUTES)('[PV5] changes at most three times in any second of %s', (route) => {
    const plan = shippedPlan(route, { talk: 'full' });
    const { captions, places, phases } = scoreOf(timelineOf(plan, []), plan, placeOf);
    const changes = [
      ...new Set([
        ...captions.flatMap(({ from, to }) => [from, to]),
        ...places.map(({ at }) => at),
        ...phases.map(({ from }) => from),
      ]),
    ].sort((a, b) => a - b);
    for (const [nth, at] of changes.entries()) {
      const fourth = changes[nth + 3];
      if (fourth !== undefined) expect(fourth - at).toBeGreaterThan(1);
    }
  });

  // Mutant: dark although it was chosen -> red.
  it('[PV6] is dark for eyes that are to be closed, until it is chosen', () => {
    const shown = (...args: Parameters<typeof lookFor>) => lookFor(...args).shows;
    expect(shown(FIRST_LOOK, 'closed', false)).toBe('dark');
    expect(shown(FIRST_LOOK, 'closed', true)).toBe('breath');
    expect(shown(FIRST_LOOK, 'open', false)).toBe('breath');
    expect(shown(FIRST_LOOK, undefined, false)).toBe('breath');
  });

  it('[PV12] is dark beside the session while the emergency card is up', () => {
    const captioned = { ...FIRST_LOOK, captions: true };
    const shown = logged([30, { type: 'emergency-shown', wording: 0 }]);
    expect(lookBeside(captioned, shown)).toEqual({ ...FIRST_LOOK, shows: 'dark' });
    const closed = logged([30, { type: 'emergency-shown', wording: 0 }], [40, { type: 'emergency-closed' }]);
    expect(lookBeside(captioned, closed)).toBe(captioned);
  });

  it('[PV4] is kept as it was chosen, and anything else is not', () => {
    expect(keptViewOf({ look: FIRST_LOOK, lockedFor: 5 })).toEqual({ look: FIRST_LOOK, lockedFor: 5 });
    expect(keptViewOf({ look: { ...FIRST_LOOK, shows: 'strobe' } })).toBeUndefined();
  });
});
