import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allLineIds, anyLineText } from '../../src/guidance/all-lines.ts';
import { regionWords } from '../../src/guidance/en/region-words.ts';
import { namedRegions } from '../../src/guidance/naming.ts';
import { REGIONS } from '../../src/session/regions.ts';

// Mutants, each seen to fail here: one word missing from the table (calf, sole, thumbs); the phrases that only look like a
// place left out; a side taken from anywhere in the text; a side believed though the other is mentioned; no sides at all.
const named = (text: string) => namedRegions(text, 'en').join(' ');
const BOTH_LEGS = 'left-lower-leg left-knee left-thigh right-lower-leg right-knee right-thigh';

describe('the places of the body that a text names', () => {
  it.each([
    ['The left foot.', 'left-foot'],
    ['The left big toe, and the small ones.', 'left-toes'],
    ['The toes on the right.', 'right-toes'],
    ['On the left, the knee.', 'left-knee'],
    ['The left foot. The heel, the sole.', 'left-foot'],
    ['Feel your feet.', 'left-foot right-foot'],
    ['The left foot. The right foot.', 'left-foot right-foot'],
    ['Your left and right foot.', 'left-foot right-foot'],
    ['The legs.', BOTH_LEGS],
    ['The right leg.', 'right-lower-leg right-knee right-thigh'],
    ['The lower legs, and the shins.', 'left-lower-leg right-lower-leg'],
    ['The left upper leg.', 'left-thigh'],
    ['An ankle.', 'left-foot left-lower-leg right-foot right-lower-leg'],
    ['Your lap.', 'left-thigh right-thigh pelvis'],
    ['The hips and the seat.', 'pelvis'],
    ['The lower back.', 'lower-back'],
    ['The spine.', 'lower-back upper-back'],
    ['The heart, the ribs, the lungs.', 'chest'],
    ['Your stomach, around the navel.', 'belly'],
    ['Palms and fingers.', 'hands'],
    ['The wrists.', 'hands arms'],
    ['The throat.', 'neck'],
    ['Jaw, lips, tongue.', 'face'],
    ['The eyes.', 'face'],
    ['The top of the head.', 'crown'],
    ['The head.', 'face crown'],
    ['The whole body.', 'whole'],
    ['THE LEFT\n FOOT', 'left-foot'],
  ])('%s → %s', (text, regions) => {
    expect(named(text)).toBe(regions);
  });

  it('a word that only looks like a side narrows nothing', () => {
    expect(named('Right here are the feet.')).toBe('left-foot right-foot');
    expect(named('Nothing is left to do. The feet may rest.')).toBe('left-foot right-foot');
    expect(named('The left foot, and then, right after it, the other foot.')).toBe('left-foot right-foot');
  });

  it.each([
    'Come back with the next breath.',
    'The way back begins.',
    'Welcome back.',
    'Let it fade into the background.',
  ])('names nothing: %s', (text) => {
    expect(named(text)).toBe('');
  });

  it.each(['Feel your back.', 'Lie on the back.', 'Come back, and feel the back.', 'Back and shoulders.'])(
    'a back is a back: %s',
    (text) => {
      expect(named(text)).toContain('lower-back upper-back');
    },
  );

  it('a word of the table is found in any sentence, in any case', () => {
    const word = fc.constantFrom(
      ...regionWords.filter(({ names, ofLeg }) => names ?? ofLeg).flatMap(({ words }) => words),
    );
    const around = fc.constantFrom(
      'Notice',
      'left of it',
      'and right here',
      'softly,',
      'the',
      'come back',
      'in your',
    );
    fc.assert(
      fc.property(around, word, around, fc.boolean(), (before, place, after, loud) => {
        const text = `${before} ${loud ? place.toUpperCase() : place} ${after}.`;
        const alone = namedRegions(place, 'en');
        expect(alone.length).toBeGreaterThan(0);
        expect(namedRegions(text, 'en')).toEqual(expect.arrayContaining([...alone]));
      }),
    );
  });

  it('every place has a word, and every word is whole and lower-case', () => {
    const reached = new Set(
      regionWords.flatMap(({ words }) => words.flatMap((word) => namedRegions(word, 'en'))),
    );
    expect(REGIONS.filter((region) => !reached.has(region))).toEqual([]);
    const words = regionWords.flatMap((entry) => entry.words);
    expect(words.filter((word) => !/^[a-z]+( [a-z]+)*$/.test(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('no line of guidance uses a word for the body that the table does not know', () => {
    const anatomy =
      /\b(toes?|foot|feet|heels?|soles?|ankles?|legs?|shins?|cal(f|ves)|knees?|thighs?|hips?|seat|pelvis|lap|belly|chest|heart\w*|ribs?|lungs?|spine|shoulders?|arms?|forearms?|elbows?|wrists?|hands?|palms?|thumbs?|fingers?|neck|nape|throat|face|forehead|cheeks?|lips|jaw|eyes?|ears?|nose|mouth|head|scalp|crown|body)\b/gi;
    const used = allLineIds.flatMap((id) => anyLineText(id, 'en').match(anatomy) ?? []);
    const missed = used.filter((word) => namedRegions(word, 'en').length === 0);
    expect(used.length).toBeGreaterThan(150);
    expect(missed).toEqual([]);
  });
});
