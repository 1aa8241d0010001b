import { onset, preparation, withBreath } from './opening.ts';
import { quiet, reentry, rest } from './returning.ts';
import { minutesOf, planFrom, type Choices, type Route } from './shape.ts';

/** First effects after five to ten minutes. T0 to end 100 minutes. */
export const im: Route = {
  id: 'im',
  title: 'IM injection',
  minutes: { preparation: 20, onset: 15, peak: 20, plateau: 15, reentry: 30, rest: 20 },
  build,
};

function build(choices: Choices) {
  const minutes = (phase: string) => minutesOf(choices, im, phase);
  return planFrom(im, choices, [
    preparation(minutes('preparation')),
    withBreath(onset(minutes('onset'), { firstEffects: 300, deepening: 600 })),
    quiet('peak', minutes('peak'), { start: 0, end: 0 }),
    quiet('plateau', minutes('plateau'), { start: 0, end: -2 }),
    reentry(minutes('reentry')),
    rest(minutes('rest')),
  ]);
}
