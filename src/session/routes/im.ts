import { medicineRoute } from './medicine.ts';
import { onset, withBreath } from './opening.ts';

/** First effects after five to ten minutes. T0 to end 100 minutes. */
export const im = medicineRoute(
  {
    id: 'im',
    title: 'IM injection',
    minutes: { preparation: 20, onset: 15, peak: 20, plateau: 15, reentry: 30, rest: 20 },
  },
  (minutes, choices) => withBreath(onset(minutes, { firstEffects: 300, deepening: 600 }), choices),
);
