import { onset, preparation, withBreath } from './opening.ts';
import { quiet, reentry, rest } from './returning.ts';
import { minutesOf, planFrom, type Choices, type Route } from './shape.ts';

/** A pump of 40 minutes; strongest near its end. T0 to end 100 minutes. */
export const iv: Route = {
  id: 'iv',
  title: 'IV infusion',
  minutes: { preparation: 20, onset: 20, peak: 18, plateau: 12, reentry: 30, rest: 20 },
  build,
};

function build(choices: Choices) {
  const minutes = (phase: string) => minutesOf(choices, iv, phase);
  return planFrom(iv, choices, [
    preparation(minutes('preparation')),
    withBreath(onset(minutes('onset'), { firstEffects: 300, deepening: 600 })),
    quiet('peak', minutes('peak'), { start: 0, end: 0 }),
    quiet('plateau', minutes('plateau'), { start: 0, end: -2 }),
    reentry(minutes('reentry')),
    rest(minutes('rest')),
  ]);
}
