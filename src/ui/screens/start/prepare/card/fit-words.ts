import type { breathingTexts } from '#messages/breathing.ts';
import type { cardTexts } from '#messages/card.ts';
import type { CardFit } from '#session/preference-card.ts';

/** Where the breath of a card leads in a session, and why not elsewhere. */
export function breathFits(
  { fits }: ReturnType<typeof cardTexts>['clinic'],
  { gates }: ReturnType<typeof breathingTexts>,
  { first, later }: CardFit,
): string {
  if (first === 'allowed') {
    if (later === undefined) return fits.breath.only;
    return later === 'allowed' ? fits.breath.both : fits.breath.notLater(gates[later]);
  }
  return later === 'allowed' ? fits.breath.notFirst(gates[first]) : fits.breath.neither(gates[first]);
}
