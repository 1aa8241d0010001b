/** What nobody sees: control characters, halves of characters, ends of lines, and marks that turn the order of writing. */
const UNSHOWN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Tabs and ends of lines keep words apart. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]+/g;
const LINE_ENDS = /\r\n?|[\n\u0085\u2028\u2029]/;

/** One line without what nobody sees, and without what surrounds it. */
export function shownOf(line: string): string {
  return line.replace(BREAKS, ' ').replace(UNSHOWN, '').trim();
}

/** The same for words in several lines. */
export function shownWords(words: string): string {
  return words.split(LINE_ENDS).map(shownOf).join('\n').trim();
}

/** What nobody sees, made to be seen: `\u202e`. */
export function withUnshown(text: string): string {
  return text.replace(UNSHOWN, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
