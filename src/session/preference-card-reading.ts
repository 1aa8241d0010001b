import * as v from 'valibot';
import { isTooFast, SHORTEST_BREATH } from './breath-limits.ts';
import { breathLength } from './breath.ts';
import { BELLS } from './cues.ts';
import { between } from './fields.ts';
import { BEDS } from './layers.ts';
import { misfit, quoted, type Misfit } from './misfit.ts';
import { LONGEST_NAME, LONGEST_PART, SHORTEST_PART } from './own-pattern.ts';
import { CARD_VERSION, type PreferenceCard } from './preference-card.ts';
import { readJson, readWith } from './reading.ts';
import { shownOf } from './shown.ts';
import type { Result } from './units.ts';

/** What a card begins with where it is one line of text: a camera that reads it tells what it is. */
const MARK = 'undertone-card:1:';
const ANY_MARK = /^undertone-card:([1-9]\d{0,8}):/;
/** A card is a few hundred characters, also as a file that an editor has spread out. */
const LONGEST_CARD = 4096;

const isTenths = (seconds: number) => seconds === Math.round(seconds * 10) / 10;
/** Seconds, in steps of a tenth. */
const part = v.pipe(between(SHORTEST_PART, LONGEST_PART), v.check(isTenths, 'a number of seconds in tenths'));
/** A hold and a rest may be none. */
const optionalPart = v.pipe(
  between(0, LONGEST_PART),
  v.check(
    (length) => length === 0 || (length >= SHORTEST_PART && isTenths(length)),
    `0, or ${SHORTEST_PART} seconds or more in tenths`,
  ),
);
const shown = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(LONGEST_NAME),
  v.check((text) => shownOf(text) === text, 'a name whose every character is shown'),
);

/** The schema itself, for writing `docs/card.schema.json`. */
export const cardSchema = v.strictObject({
  format: v.literal('undertone-card'),
  version: v.literal(CARD_VERSION),
  bell: v.picklist(BELLS),
  breath: v.strictObject({
    pattern: v.strictTuple([part, optionalPart, part, optionalPart]),
    /** A second, shorter breath in. */
    topUp: v.optional(part),
    /** A name for people, where the pattern is somebody's own. */
    title: v.optional(shown),
  }),
  /** What is heard in re-entry and rest. */
  reentry: v.picklist(BEDS),
});

/** A card as one line, short enough for a code that any camera reads: 300 bytes at the most [PC1]. */
export function cardLine({ bell, breath, reentry }: PreferenceCard): string {
  return MARK + JSON.stringify({ bell, breath, reentry });
}

/** Reads a card: the line, or the document a file has. What is wrong is told with its place, never thrown [PC2]. */
export function parseCard(text: string): Result<PreferenceCard, Misfit> {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_CARD)
    return refused('', 'a card, which has at most 4 KB', `${Math.ceil(trimmed.length / 1024)} KB`);
  const version = ANY_MARK.exec(trimmed)?.[1];
  if (version === undefined && !trimmed.startsWith('{'))
    return refused(
      '',
      'the line or the file of a card',
      trimmed === '' ? 'nothing' : `text that begins ${quoted(trimmed)}`,
    );
  if (version === undefined) return cardOf(trimmed, (document) => document);
  if (Number(version) !== CARD_VERSION) return newer(Number(version));
  const head = { format: 'undertone-card', version: CARD_VERSION };
  return cardOf(trimmed.slice(MARK.length), (choices) => ({ ...head, ...Object(choices) }));
}

/** A value that was stored; undefined where it is no card. */
export function keptCardOf(value: unknown): PreferenceCard | undefined {
  const read = judged(value);
  return read.ok ? read.value : undefined;
}

function cardOf(text: string, documentOf: (value: unknown) => unknown): Result<PreferenceCard, Misfit> {
  const json = readJson(text);
  if (!json.ok) return json;
  const document = documentOf(json.value);
  const { version } = Object(document) as { version?: unknown };
  return typeof version === 'number' && version > CARD_VERSION ? newer(version) : judged(document);
}

function judged(value: unknown): Result<PreferenceCard, Misfit> {
  const read = readWith(cardSchema, value);
  if (!read.ok || !isTooFast(read.value.breath)) return read;
  const length = breathLength(read.value.breath);
  return refused('breath.pattern', `a breath of at least ${SHORTEST_BREATH} seconds`, String(length));
}

function newer(version: number): Result<PreferenceCard, Misfit> {
  const expected = `a version up to ${CARD_VERSION}, for a newer app may mean other things by it`;
  return { ok: false, problem: misfit('version', expected, version) };
}

function refused(place: string, expected: string, got: string): Result<never, Misfit> {
  return { ok: false, problem: { place, expected, got } };
}
