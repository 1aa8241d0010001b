import { expect, it } from 'vitest';
import { shownOf, shownWords } from '#session/shown.ts';

// Mutant: ends of lines taken out like what nobody sees -> red: two words become one.
it('words that a tab or the end of a line keeps apart stay apart', () => {
  expect(shownOf(' Breathe\tin,\u2028slowly\r\nnow\u202e ')).toBe('Breathe in, slowly now');
  expect(shownWords('Breathe\tin.\rAnd out.\u2029\u0000Rest.')).toBe('Breathe in.\nAnd out.\nRest.');
});
