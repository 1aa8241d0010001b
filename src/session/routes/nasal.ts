import { onset, preparation } from './opening.ts';
import { quiet, reentry, rest } from './returning.ts';
import { minutesOf, planFrom, type Choices, type Route } from './shape.ts';

/** One to three devices, five minutes apart, each start tapped. T0 to end 135 minutes. */
export const nasal: Route = {
  id: 'nasal',
  title: 'Nasal spray',
  minutes: { preparation: 20, onset: 25, peak: 20, plateau: 15, reentry: 30, rest: 45 },
  build,
};

function build(choices: Choices) {
  const minutes = (phase: string) => minutesOf(choices, nasal, phase);
  return planFrom(
    nasal,
    choices,
    [
      preparation(minutes('preparation')),
      // Devices may go on until ten minutes after T0: nothing in the onset leads the breath.
      onset(minutes('onset'), { firstEffects: 300, deepening: 900 }),
      quiet('peak', minutes('peak'), { start: 0, end: 0 }),
      quiet('plateau', minutes('plateau'), { start: 0, end: -2 }),
      reentry(minutes('reentry')),
      rest(minutes('rest')),
    ],
    { devices: choices.devices },
  );
}
