import { describe, expect, it } from 'vitest';
import { playable, sizeOf } from '#audio/rendition/formats.ts';
import { cuesHeard, playedBy } from '#audio/rendition/heard.ts';
import { sessionTimeOf } from '#session/units.ts';
import { bellAt, lineAt } from '../../helpers/audio/sessions.ts';

/** As an element tells it. */
function ranges(...played: readonly (readonly [from: number, to: number])[]) {
  const at = (nth: number) => played[nth] ?? [Number.NaN, Number.NaN];
  return { length: played.length, start: (nth: number) => at(nth)[0], end: (nth: number) => at(nth)[1] };
}

const cues = [bellAt('first', 2), lineAt('second', 20), lineAt('third', 40), bellAt('last', 58)];
const heardIn = (...played: readonly (readonly [number, number])[]) =>
  cuesHeard(cues, playedBy(ranges(...played), sessionTimeOf(60))).map(({ id }) => id);

describe('what of a rendition was heard', () => {
  // Mutant: everything before the element's place -> fails: what was passed over counts.
  it.each<[string[], (readonly [number, number])[]]>([
    [[], []],
    [['first'], [[0, 20]]],
    [
      ['first', 'third'],
      [
        [0, 15],
        [30, 50],
      ],
    ],
    [['first', 'second', 'third', 'last'], [[0, 60.02]]],
  ])(
    '[LP4] is %j where the element has played %j: its own word, and nothing it was moved past',
    (heard, played) => {
      expect(heardIn(...played)).toEqual(heard);
    },
  );

  it('[LP4] counts a line once more begun after a pause, which the element takes up a little later', () => {
    expect(heardIn([0, 19.95], [20.05, 30])).toEqual(['first', 'second']);
  });
});

describe('the formats of a rendition', () => {
  it('[LP2] are those the browser says it may play, WAV always', () => {
    const answers: Record<string, string> = { 'audio/mp4; codecs="mp4a.40.2"': 'maybe' };
    expect(playable({ canPlayType: (type) => answers[type] ?? '' })).toEqual(['mp4', 'wav']);
  });

  it('[LP2] take a megabyte a minute encoded, 230 for twenty minutes as WAV', () => {
    expect(Math.round(sizeOf('webm', 60) / 1e5) / 10).toBe(1);
    expect(Math.round(sizeOf('wav', 1200) / 1e6)).toBe(230);
  });
});
