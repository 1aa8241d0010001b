import { medicineRoute } from './medicine.ts';
import { onset, withBreath } from './opening.ts';

/** A pump of 40 minutes; strongest near its end. T0 to end 100 minutes. */
export const iv = medicineRoute(
  {
    id: 'iv',
    title: 'IV infusion',
    minutes: { preparation: 20, onset: 20, peak: 18, plateau: 12, reentry: 30, rest: 20 },
  },
  (minutes, choices) => withBreath(onset(minutes, { firstEffects: 300, deepening: 600 }), choices),
  ({ pumpMinutes }) => ({ pumpMinutes }),
);
