import * as v from 'valibot';
import { between, name } from './fields.ts';
import type { Misfit } from './misfit.ts';
import { ROUTES, TALK } from './plan.ts';
import { readJson, readWith } from './reading.ts';
import { REGIONS } from './regions.ts';
import { DEPTHS, EYES, MOST_ITEMS, SHEET_VERSION, type Sheet } from './sheet.ts';
import type { Result } from './units.ts';

const words = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '');
const answer = v.optional(v.picklist(['unknown', 'no', 'yes']), 'unknown');

const itemSchema = v.strictObject({
  id: name,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Only for these; for all where it is left out. */
  routes: v.optional(v.array(v.picklist(ROUTES))),
});
const list = v.pipe(v.array(itemSchema), v.maxLength(MOST_ITEMS));

/** A clinic's two lists. `version` counts its changes; 0 are those the app ships. */
export const checklistsSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer(), between(0, 100_000)),
  arrival: list,
  leaving: list,
});

/** The schema itself, for writing `docs/sheet.schema.json`. */
export const sheetSchema = v.strictObject({
  format: v.literal('undertone-sheet'),
  version: v.literal(SHEET_VERSION),
  /** What the clinic calls this session; no name of a person is asked for. */
  label: words(60),
  route: v.picklist(ROUTES),
  devices: v.optional(v.picklist([1, 2, 3])),
  pumpMinutes: v.optional(between(5, 240)),
  lozengeHold: v.optional(between(7, 15)),
  depth: v.optional(v.picklist(DEPTHS), 'unknown'),
  /** In the person's own words; shown again at rest. */
  intention: words(600),
  preferences: v.strictObject({
    talk: v.picklist(TALK),
    /** The guide's id. */
    voice: name,
    likes: words(300),
    dislikes: words(300),
    /** Regions of the body that no line leads to. */
    avoid: v.optional(v.array(v.picklist(REGIONS)), []),
    eyes: v.optional(v.picklist(EYES), 'as-they-like'),
    languages: words(120),
  }),
  gates: v.strictObject({ seizure: answer, hearing: answer, trauma: answer, headphones: answer }),
  /** As they were when the session began. */
  checklists: checklistsSchema,
});

/** Reads a sheet document. What is wrong is told with its place, never thrown. */
export function parseSheet(document: string): Result<Sheet, Misfit> {
  const json = readJson(document);
  return json.ok ? sheetOf(json.value) : json;
}

/** The same for a value that is already an object, such as one from storage. */
export function sheetOf(value: unknown): Result<Sheet, Misfit> {
  return readWith(sheetSchema, value);
}
