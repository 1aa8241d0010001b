import { medicineRoute } from './medicine.ts';
import { onset, ONSET_LINES } from './opening.ts';
import { led, paced, type Choices } from './shape.ts';

/** Held in the mouth 7 to 15 minutes; effects from ten to fifteen. T0 to end 150 minutes. */
export const lozenge = medicineRoute(
  {
    id: 'lozenge',
    title: 'Lozenge',
    minutes: { preparation: 30, onset: 20, peak: 25, plateau: 15, reentry: 30, rest: 60 },
  },
  (minutes, choices) => onset(minutes, { firstEffects: 600, deepening: 900 }, holding(choices, minutes)),
  ({ lozengeHold }) => ({ lozengeHold }),
);

/** While the lozenge is in the mouth: through the nose only, nothing that wants an answer, and a quiet bell at the end. */
function holding(choices: Choices, minutes: number) {
  const over = choices.lozengeHold * 60;
  const during = paced(
    ['breath.lozenge-rest', 'breath.lozenge-nose', 'breath.lozenge-no-answer', 'breath.lozenge-bell'],
    { from: 12, first: 75, last: 90 },
  );
  const left = minutes * 60 - over - 120;
  const after = paced(ONSET_LINES.slice(2, 8), { from: over + 45, first: 70, last: Math.max(70, left / 5) });
  return {
    lines: [
      ...during,
      { line: 'breath.lozenge-done', at: over + 8 },
      ...after,
      { line: 'onset.voice-less', before: 50 },
    ],
    bells: [
      { at: over, soft: true, kept: true }, // the lines above say that it comes, and the one after that it came
      { before: 30, soft: true },
    ],
    breath: led(choices.onsetBreath, { from: 0, to: Math.min(240, over), level: -6 }),
  };
}
