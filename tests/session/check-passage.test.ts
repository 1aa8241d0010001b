import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { passagePlan, PASSAGE_FROM } from '#session/check-passage.ts';
import { isBell, isVoice } from '#session/cues.ts';
import { layerLevel } from '#session/layers.ts';
import { ROUTES } from '#session/plan.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { busLevel, type Timeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { phase, plan, shippedPlan, timelineOf } from '../helpers/sessions.ts';

/** How loud the beds get, each with its bus and the master. */
function fullest(timeline: Timeline, moments: readonly number[]): number {
  const beds = timeline.layers.filter(({ bus }) => bus === 'bed');
  return Math.max(
    ...moments.flatMap((moment) => {
      const at = sessionTimeOf(moment);
      const above = levelAt(busLevel(timeline, 'bed'), at) + levelAt(timeline.master, at);
      return beds.map((layer) => levelAt(layerLevel(layer), at) + above);
    }),
  );
}

describe('the passage that levels are set by', () => {
  // loudestBed() that takes the softest phase, or forgets what beds add in a phase: each red
  it.each(ROUTES)('[K13] is as loud as the session ever gets: %s', (route) => {
    const whole = { ...shippedPlan(route), beds: plan({ beds: [{ sound: 'ocean', phases: {} }] }).beds };
    const lifted = plan({
      ...whole,
      beds: whole.beds.map((bed) => ({ ...bed, phases: { [whole.phases[1]?.phase ?? '']: 2 } })),
    });
    for (const asked of [whole, lifted]) {
      const session = timelineOf(asked, plannedLog(asked));
      const minutes = Array.from({ length: Math.floor(session.to / 20) }, (_, nth) => nth * 20);
      const passage = timelineOf(passagePlan(asked), []);
      const during = Array.from({ length: 60 }, (_, nth) => PASSAGE_FROM + nth * 0.5);
      const [loudest, heard] = [fullest(session, minutes), fullest(passage, during)];
      expect(heard).toBeGreaterThanOrEqual(loudest - 1e-6);
      expect(heard).toBeLessThan(loudest + 2);
    }
  });

  it('[K13] has a line every few seconds and bells between them, whatever the talk and the bells of the session', () => {
    const silent = plan({ talk: 'silent', bells: { ring: 'never' }, phases: [phase()] });
    const { cues } = timelineOf(passagePlan(silent), []);
    const soon = cues.filter(({ at }) => at >= PASSAGE_FROM && at < PASSAGE_FROM + 30);
    expect(soon.filter(isVoice).length).toBeGreaterThanOrEqual(3);
    expect(soon.filter(isBell).map(({ soft }) => soft)).toEqual([false]);
    expect(soon[0]?.at).toBeLessThan(PASSAGE_FROM + 4);
  });
});
