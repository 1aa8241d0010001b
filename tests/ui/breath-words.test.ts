import { describe, expect, it } from 'vitest';
import { breathingTexts } from '#messages/breathing.ts';
import { breaths, BREATHS } from '#session/breath-patterns.ts';
import { breathParts, breathTitle, paceOf, shippedBreath } from '../../src/ui/breath/breath-words.ts';
import { breathCurve } from '../../src/ui/breath/breath-curve.ts';

const say = breathingTexts('en');
/** A number stays on the line of its word. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a breath in words', () => {
  it('has its name, its parts and its pace', () => {
    expect(BREATHS.map((id) => shippedBreath(breaths[id]))).toEqual(BREATHS);
    expect(breathTitle(say, breaths['4-7-8'])).toBe('4-7-8');
    expect(plain(breathParts(say, breaths.sigh))).toBe('in 1.5, a little more 0.5, out 5');
    expect(plain(breathParts(say, breaths.box))).toBe('in 4, hold 4, out 4, rest 4');
    expect(say.perMinute(paceOf(breaths['coherent-slow']))).toBe('5.5 breaths a minute');
    expect(say.perMinute(1)).toBe('1 breath a minute');
    expect(say.slowing(13.25, 6)).toBe('13.3 breaths a minute, slowing to 6');
  });

  it('keeps its name with another start, and a sigh with another way out', () => {
    expect(shippedBreath({ ...breaths.slow, fromRate: 12, topUp: 0 })).toBe('slow');
    expect(shippedBreath({ ...breaths.sigh, pattern: [1.5, 0, 4, 0] })).toBe('sigh');
    expect(shippedBreath({ ...breaths.sigh, pattern: [1.5, 0, 7, 0] })).toBeUndefined();
    const own = { pattern: [4, 0, 6, 0.5], title: 'Evening tide' } as const;
    expect(breathTitle(say, own)).toBe('Evening tide');
    expect(breathTitle(say, { pattern: own.pattern })).toBe(say.unnamed);
  });
});

describe('a breath as a curve', () => {
  it('goes through its turns where they are, and on to the end of the frame', () => {
    const { first, after } = breathCurve(breaths.sigh, { seconds: 14, width: 140, height: 50, margin: 5 });
    // In to three quarters, the little more to the top, out to the bottom.
    expect(first.match(/[ C](\S+ \S+)(?=C|$)/g)?.map((turn) => turn.trim().replace('C', ''))).toEqual([
      '15.0 15.0',
      '20.0 5.0',
      '70.0 45.0',
    ]);
    expect(first.startsWith('M0.0 45.0')).toBe(true);
    expect(after.startsWith('M70.0 45.0')).toBe(true);
    expect(breathCurve(breaths.box, { seconds: 16, width: 160, height: 50, margin: 5 }).first).toMatch(
      /H80.0C.*H160.0$/,
    );
  });
});
