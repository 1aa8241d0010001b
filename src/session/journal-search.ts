// Case and accents do not matter to who looks for something: "melange" means "Mélange" too. Folding goes sign by sign, so
// that what was found can be marked in the text as it was written.

/** A text for finding words in it [J7]. */
export function folded(text: string): string {
  return text.replace(/[\u0080-\u{10ffff}]/gu, foldedSign).toLowerCase();
}

/** Telephones write ’ where keyboards write '; a sigma has another form at the end of a word. */
const SAME: Readonly<Record<string, string>> = { '’': "'", ς: 'σ' };

function foldedSign(sign: string): string {
  const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return SAME[plain] ?? plain;
}

/** The words that are looked for. */
export function wordsAsked(words: string): readonly string[] {
  return folded(words).split(/\s+/).filter(Boolean);
}

/** Every word is in it, in any order; `text` is folded. */
export function hasAll(text: string, asked: readonly string[]): boolean {
  return asked.every((word) => text.includes(word));
}

/** A stretch of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** The text as it was written, in pieces that join to it again; what was looked for stands by itself [J8]. */
export function marked(text: string, asked: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of joined(placesOf(text, asked))) {
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

/** A place in a text, in its units: `to` is not in it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function placesOf(text: string, asked: readonly string[]): Stretch[] {
  const { whole, signs } = signsOf(text);
  return asked.flatMap((word) => {
    const places: Stretch[] = [];
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
      const [first, last] = [signs[at], signs[at + word.length - 1]];
      if (first !== undefined && last !== undefined) places.push({ from: first.from, to: last.to });
    }
    return places;
  });
}

/** The folded text, and for each of its units the sign it came from, with the marks that stand on that. */
function signsOf(text: string) {
  const signs: { from: number; to: number }[] = [];
  let whole = '';
  let from = 0;
  for (const sign of text) {
    const to = from + sign.length;
    const plain = folded(sign);
    if (plain === '') lengthen(signs, from, to);
    for (let unit = 0; unit < plain.length; unit++) signs.push({ from, to });
    whole += plain;
    from = to;
  }
  return { whole, signs };
}

/** What stands on a sign belongs to it: to all units that sign became. */
function lengthen(signs: { from: number; to: number }[], ended: number, to: number): void {
  for (let nth = signs.length - 1; signs[nth]?.to === ended; nth--) {
    const sign = signs[nth];
    if (sign !== undefined) sign.to = to;
  }
}

function joined(places: readonly Stretch[]): Stretch[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of places.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

/** What stands before the first word that is found, in characters. */
const LEAD = 40;

/** About so many characters of a text, from shortly before the first word that was looked for. */
export function excerpt(text: string, asked: readonly string[], length: number): string {
  const first = Math.min(...placesOf(text, asked).map(({ from }) => from));
  const wanted = Number.isFinite(first) && first > LEAD ? first - LEAD : 0;
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted;
  const to = Math.min(text.length, from + length);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}
