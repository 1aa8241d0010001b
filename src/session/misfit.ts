/** One thing that does not fit, and where: enough for one clear sentence. */
export interface Misfit {
  /** `phases[2].minutes`; empty for the document as a whole. */
  readonly place: string;
  readonly expected: string;
  readonly got: string;
}

/** How much of a wrong value is repeated in a sentence. */
const QUOTED = 40;

export function misfit(place: string, expected: string, got: unknown): Misfit {
  return { place, expected, got: typeof got === 'string' ? quoted(got) : String(got) };
}

/** A text in quotation marks, not all of it where it is long. */
export function quoted(text: string): string {
  return text.length > QUOTED ? `"${text.slice(0, QUOTED)}…"` : `"${text}"`;
}
