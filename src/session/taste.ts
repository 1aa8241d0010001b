import { EXTENDED_EXHALE } from './breath-patterns.ts';
import { breathLength } from './breath.ts';
import type { Plan } from './plan.ts';
import { DEFAULT_SOUND, led, planOfChoices, type LineInput } from './routes/shape.ts';
import type { Decibels, Seconds } from './units.ts';

/** A minute, and the end of the fade that every practice ends in: nobody speaks in it [N6]. */
const LENGTH: Seconds = 92;
/** The tone begins once the line that tells of it is over. */
const FIRST_BREATH: Seconds = 25;
const BREATHS = 2;

/** Nobody is beside and nothing is given: true at home and in a clinic alike. */
const LINES: readonly LineInput[] = [
  { line: 'welcome.nothing-right', at: 6, talk: 'sparse' },
  { line: 'breath.follow-tone', at: 15, talk: 'sparse' },
  { line: 'breath.by-itself', at: 46, talk: 'sparse' },
];

/** A minute in which one hears what practising is like, never louder than `ceiling` where that was set by ear [TS1]. */
export function tastePlan(ceiling: Decibels | undefined): Plan {
  const to = FIRST_BREATH + BREATHS * breathLength(EXTENDED_EXHALE);
  return planOfChoices(
    { ...DEFAULT_SOUND, ceiling },
    {
      id: 'taste',
      title: 'One minute',
      clock: 'practice',
      beats: { kind: 'none', carrier: 200 },
      phases: [
        {
          phase: 'taste',
          title: 'One minute',
          minutes: LENGTH / 60,
          lines: [...LINES],
          bells: [
            { at: 2, soft: true },
            { at: 52, soft: true },
          ],
          breath: led(EXTENDED_EXHALE, { from: FIRST_BREATH, to }),
          bed: { start: -4, end: -6 },
        },
      ],
    },
  );
}
