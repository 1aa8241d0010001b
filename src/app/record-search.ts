import type { RouteId } from '#session/plan.ts';
import type { RecordSummary } from '#session/record-summary.ts';
import { dayOf } from './session-name.ts';

/** What is looked for among records. */
export interface Wanted {
  /** Every word has to be in what a record says of itself, in any case and order. */
  readonly words: string;
  /** `practice`: what has no route. */
  readonly route: RouteId | 'practice' | 'all';
  /** Days as `2026-11-22`, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export function found(
  all: readonly RecordSummary[],
  { words, route, from, to }: Wanted,
  textOf: (summary: RecordSummary) => string,
): readonly RecordSummary[] {
  const asked = plain(words).split(/\s+/).filter(Boolean);
  return all.filter((summary) => {
    const day = dayOf(summary.beganMs);
    const text = plain(textOf(summary));
    return (
      (route === 'all' || (summary.route ?? 'practice') === route) &&
      (from === undefined || day >= from) &&
      (to === undefined || day <= to) &&
      asked.every((word) => text.includes(word))
    );
  });
}

/** Without case and accents: who looks for "Melange" means "Mélange" too. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
