import type { InferOutput } from 'valibot';
import type { Settled } from './preset.ts';
import type { personSchema } from './sheet-draft-reading.ts';
import type { Sheet } from './sheet.ts';

/** What is known of a person before their session. */
export type Person = Readonly<InferOutput<typeof personSchema>>;

/** Nobody yet. */
export const NOBODY: Person = {
  label: '',
  intention: '',
  likes: '',
  dislikes: '',
  avoid: [],
  eyes: 'as-they-like',
  languages: '',
  gates: { seizure: 'unknown', hearing: 'unknown', trauma: 'unknown', headphones: 'unknown' },
  anchors: [],
};

/** A sheet that was begun and not yet the sheet of a session. */
export interface SheetDraft {
  readonly v: 1;
  /** When it was last written to. */
  readonly keptMs: number;
  readonly settled: Settled;
  readonly person: Person;
  readonly checked: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a sheet may be another person's: it is offered then, and what was checked is not taken over [PR10]. */
export function isOld({ keptMs }: Pick<SheetDraft, 'keptMs'>, nowMs: number): boolean {
  return Math.abs(nowMs - keptMs) > DAY_MS;
}

/** Who comes again: what they are called here, like and avoid, and what they answered; each intention is of its day [PR9]. */
export function personIn({ label, preferences, gates }: Sheet): Person {
  const { likes, dislikes, avoid, eyes, languages } = preferences;
  return { ...NOBODY, label, likes, dislikes, avoid, eyes, languages, gates };
}
