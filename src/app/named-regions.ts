import { namedRegions } from '#guidance/naming.ts';
import type { Region } from '#session/regions.ts';

const known = new Map<string, readonly Region[]>();

/** The regions that a text names; texts are few and asked about often. */
export function regionsNamedIn(text: string): readonly Region[] {
  const named = known.get(text) ?? namedRegions(text, 'en');
  known.set(text, named);
  return named;
}
