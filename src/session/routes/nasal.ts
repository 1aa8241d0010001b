import { medicineRoute } from './medicine.ts';
import { onset } from './opening.ts';

/** One to three devices, five minutes apart, each start tapped. T0 to end 135 minutes. */
export const nasal = medicineRoute(
  {
    id: 'nasal',
    title: 'Nasal spray',
    minutes: { preparation: 20, onset: 25, peak: 20, plateau: 15, reentry: 30, rest: 45 },
  },
  // Devices may go on until ten minutes after T0: nothing in the onset leads the breath.
  (minutes) => onset(minutes, { firstEffects: 300, deepening: 900 }),
  ({ devices }) => ({ devices }),
);
