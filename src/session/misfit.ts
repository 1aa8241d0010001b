import { withUnshown } from './shown.ts';

/** One thing that does not fit, and where: enough for one clear sentence. */
export interface Misfit {
  /** `phases[2].minutes`; empty for the document as a whole. */
  readonly place: string;
  readonly expected: string;
  readonly got: string;
}

/** How much of a wrong value is repeated in a sentence. */
const QUOTED = 40;

/** What only a machine calls so. */
const ODD: ReadonlyMap<unknown, string> = new Map([
  [Infinity, 'a number without end'],
  [-Infinity, 'a number without end'],
  [Number.NaN, 'not a number'],
]);

export function misfit(place: string, expected: string, got: unknown): Misfit {
  return { place, expected, got: typeof got === 'string' ? quoted(got) : (ODD.get(got) ?? String(got)) };
}

/** A text in quotation marks, not all of it where it is long; nothing in it turns the sentence around it [F9]. */
export function quoted(text: string): string {
  const begun = text.slice(0, QUOTED).replace(/[\ud800-\udbff]$/, '');
  return text.length > QUOTED ? `"${withUnshown(begun)}…"` : `"${withUnshown(text)}"`;
}
