import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { foretasteOf, mixOf, wayToMix } from '#session/foretaste.ts';
import { layerLevel } from '#session/layers.ts';
import { mixAfter, type Mix } from '#session/mix.ts';
import { ROUTES } from '#session/plan.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { busLevel, type Timeline } from '#session/timeline.ts';
import { FADE_FLOOR, later, type SessionTime } from '#session/units.ts';
import { plan, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const beds = [
  { sound: 'ocean', level: -2, phases: { preparation: 5, peak: -9 } },
  { sound: 'pad', level: 3, phases: { onset: 4, rest: -80 } },
  { sound: 'rain', muted: true },
] as const;

/** How loud each sound that is on is at a moment, whatever it belongs to. */
function heardAt(timeline: Timeline, at: SessionTime): Record<string, number> {
  const on = timeline.layers.filter(({ from, to }) => from <= at && at < to);
  return Object.fromEntries(
    on.map((layer) => [
      layer.id.replace(/^.*breath.*$/, 'breath'),
      audible(levelAt(layerLevel(layer), at) + levelAt(busLevel(timeline, layer.bus), at)),
    ]),
  );
}

/** What is below the floor is silence, however far. */
function audible(level: number): number {
  return Math.max(FADE_FLOOR, level);
}

/** The middle of a phase in the session itself. */
function middleOf(timeline: Timeline, phase: string): SessionTime {
  const span = timeline.spans.find((each) => each.phase === phase);
  if (span === undefined) throw new Error(phase);
  return ((span.from + span.to) / 2) as SessionTime;
}

describe('a mix before it is lived', () => {
  // Mutants, each red: the beginning of the phase instead of its middle; a curve that is left out; the ceiling forgotten.
  it.each(ROUTES)('[M10] is as loud in every phase as the session is in its middle: %s', (route) => {
    for (const ceiling of [undefined, -7]) {
      const asked = shippedPlan(route, { beds, talk: 'silent', beats: 'isochronic', ceiling });
      const session = timelineOf(asked, plannedLog(asked));
      for (const { phase } of asked.phases) {
        const foretaste = foretasteOf(asked, phase);
        if (foretaste === undefined) throw new Error(phase);
        const still = timelineOf(foretaste.plan, foretaste.log);
        expect(still.cues).toEqual([]);
        const [here, there] = [
          heardAt(still, later(foretaste.at, 30)),
          heardAt(session, middleOf(session, phase)),
        ];
        expect(Object.keys(here)).toEqual(Object.keys(there));
        for (const [layer, level] of Object.entries(here))
          expect(Math.abs(level - (there[layer] ?? 0))).toBeLessThan(0.3);
      }
    }
  });

  it('[M10] stands still there for as long as one likes, and is not there for a phase that is not', () => {
    const asked = shippedPlan('iv', { beds });
    const foretaste = foretasteOf(asked, 'peak');
    if (foretaste === undefined) throw new Error('a peak');
    const still = timelineOf(foretaste.plan, foretaste.log);
    expect(still.to).toBe(Infinity);
    expect(heardAt(still, later(foretaste.at, 7200))).toEqual(heardAt(still, later(foretaste.at, 30)));
    expect(foretasteOf(asked, 'elsewhere')).toBeUndefined();
  });

  it('[M10] lets one bed be heard alone, also one that is muted', () => {
    const foretaste = foretasteOf(shippedPlan('iv', { beds }), 'peak');
    if (foretaste === undefined) throw new Error('a peak');
    expect(mixOf(foretaste, 'rain')).toMatchObject({ muted: [], soloed: ['rain'] });
    expect(mixOf(foretaste, undefined)).toMatchObject({ muted: ['rain'], soloed: [] });
    expect(mixOf(foretaste, 'wind').soloed).toEqual([]);
  });

  // Mutants, each red: wayToMix() that adds before it removes (six are the most); one that forgets solo, or levels.
  it('[M11] is led to any other by events', () => {
    const sounds = ['ocean', 'rain', 'wind', 'pad', 'pink', 'brown', 'own.brook'] as const;
    const brook = { id: 'own.brook', title: 'The brook', kind: 'nature', seconds: 900 } as const;
    const mixes = fc
      .record({
        chosen: fc.oneof(
          fc.uniqueArray(fc.constantFrom(...sounds), { maxLength: 6 }),
          fc.shuffledSubarray([...sounds], { minLength: 6, maxLength: 6 }),
        ),
        level: fc.integer({ min: -30, max: 6 }),
        bed: fc.integer({ min: -30, max: 0 }),
        muted: fc.boolean(),
        soloed: fc.boolean(),
      })
      .map(({ chosen, level, bed, muted, soloed }): Mix => {
        const made = plan({
          own: [brook],
          beds: chosen.map((sound, nth) => ({
            sound,
            level: level + (nth % 2) * -3,
            muted: muted && nth === 0,
          })),
          levels: { voice: bed, bell: 0, breath: 0, bed, beats: 0 },
        });
        const foretaste = foretasteOf(made, 'onset');
        if (foretaste === undefined) throw new Error('a phase');
        return mixOf(foretaste, soloed ? chosen.at(-1) : undefined);
      });
    const inOrder = (mix: Mix) => ({
      ...mix,
      beds: [...mix.beds].map(({ sound, level }) => `${sound} ${level}`).sort(),
      muted: [...mix.muted].sort(),
    });
    fc.assert(
      fc.property(mixes, mixes, (from, to) => {
        const reached = wayToMix(from, to).reduce(mixAfter, from);
        expect(inOrder(reached)).toEqual(inOrder(to));
      }),
    );
  });
});
