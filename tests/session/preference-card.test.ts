import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooFast } from '#session/breath-limits.ts';
import { levelAt } from '#session/automation.ts';
import { breaths, BREATHS } from '#session/breath-patterns.ts';
import type { ChosenBreath } from '#session/breath.ts';
import { BELLS } from '#session/cues.ts';
import { BEDS, layerLevel, type BedKind } from '#session/layers.ts';
import type { Misfit } from '#session/misfit.ts';
import { cardLine, parseCard } from '#session/preference-card-reading.ts';
import { cardWith, fitOf, withCard, type PreferenceCard } from '#session/preference-card.ts';
import { ROUTES, type RouteId } from '#session/plan.ts';
import { settledIn, settleTheSame, type Settled } from '#session/preset.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { shippedPlan } from '../helpers/sessions.ts';

const PREPARED = { first: 'preparation', later: 'medicine' } as const;

const lengths = fc.integer({ min: 5, max: 300 }).map((tenths) => tenths / 10);
const holds = fc.oneof(fc.constant(0), lengths);
const ownBreath: fc.Arbitrary<ChosenBreath> = fc
  .record(
    {
      pattern: fc.tuple(lengths, holds, lengths, holds),
      topUp: lengths,
      title: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    },
    { requiredKeys: ['pattern'] },
  )
  .filter((breath) => !isTooFast(breath));
const anyBreath = fc.oneof(ownBreath, fc.constantFrom(...BREATHS.map((id) => breaths[id])));
const cards: fc.Arbitrary<PreferenceCard> = fc
  .record({ bell: fc.constantFrom(...BELLS), breath: anyBreath, reentry: fc.constantFrom(...BEDS) })
  .map(cardWith);

const card = (change: Partial<PreferenceCard> = {}): PreferenceCard => ({
  ...cardWith({ bell: 'small-bell', breath: breaths.slow, reentry: 'pad' }),
  ...change,
});
const sentence = ({ place, expected, got }: Misfit) =>
  `${place}${place === '' ? '' : ': '}expected ${expected}, got ${got}`;
function said(document: unknown): string {
  const read = parseCard(typeof document === 'string' ? document : JSON.stringify(document));
  return read.ok ? 'no problem' : sentence(read.problem);
}

/** What a session of a route is settled to be with these beds. */
function settledWith(
  route: RouteId,
  beds: readonly { sound: BedKind; level?: number; muted?: boolean }[],
): Settled {
  const found = settledIn(shippedPlan(route, { beds }), { depth: 'unknown', guide: { id: 'bdl' } });
  if (found === undefined) throw new Error('a plan of no route');
  return found;
}

describe('a card as text', () => {
  it('[PC1] is read back as it was, from its line and from its file, and the line fits a code', () => {
    fc.assert(
      fc.property(cards, (made) => {
        const line = cardLine(made);
        expect(parseCard(line)).toEqual({ ok: true, value: made });
        expect(parseCard(`\n ${line}\r\n`)).toEqual({ ok: true, value: made });
        expect(parseCard(JSON.stringify(made, null, 2))).toEqual({ ok: true, value: made });
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[document: unknown, sentence: string]>([
    ['', 'expected the line or the file of a card, got nothing'],
    ['a shopping list', 'expected the line or the file of a card, got text that begins "a shopping list"'],
    ['{"bell"', 'expected JSON, got text that begins "{"bell""'],
    [3, 'expected the line or the file of a card, got text that begins "3"'],
    [{ ...card(), format: 'undertone-plan' }, 'format: expected "undertone-card", got "undertone-plan"'],
    [
      { ...card(), version: 2 },
      'version: expected a version up to 1, for a newer app may mean other things by it, got 2',
    ],
    [
      'undertone-card:2:{}',
      'version: expected a version up to 1, for a newer app may mean other things by it, got 2',
    ],
    ['undertone-card:1:{', 'expected JSON, got text that begins "{"'],
    ['undertone-card:1:7', 'bell: expected this key to be there, got nothing'],
    ['undertone-card:1:{"format":"x"}', 'format: expected "undertone-card", got "x"'],
    ['undertone-card:1:{"__proto__":{}}', 'expected no key of that name, got "__proto__"'],
    [
      { ...card(), bell: 'own.gong' },
      'bell: expected "bowl-196" or "bowl-262" or "bowl-110" or "small-bell", got "own.gong"',
    ],
    [{ ...card(), name: 'Ada' }, 'name: expected no key of that name, got "name"'],
    [
      { ...card(), breath: { pattern: [4, 0, 31, 0] } },
      'breath.pattern[2]: expected a number of at most 30, got 31',
    ],
    [
      { ...card(), breath: { pattern: [4, 0, 6.25, 0] } },
      'breath.pattern[2]: expected a number of seconds in tenths, got 6.25',
    ],
    [
      { ...card(), breath: { pattern: [4, 0.1, 6, 0] } },
      'breath.pattern[1]: expected 0, or 0.5 seconds or more in tenths, got 0.1',
    ],
    [
      { ...card(), breath: { pattern: [1, 0, 1, 0] } },
      'breath.pattern: expected a breath of at least 3 seconds, got 2',
    ],
    [
      { ...card(), breath: { pattern: [4, 0, 6, 0], title: 'x'.repeat(41) } },
      `breath.title: expected a length of at most 40, got "${'x'.repeat(40)}…"`,
    ],
    [
      { ...card(), breath: { pattern: [4, 0, 6, 0], title: 'calm\u202eolleh' } },
      'breath.title: expected a name whose every character is shown, got "calm\\u202eolleh"',
    ],
    [' '.repeat(10) + '['.repeat(5000), 'expected a card, which has at most 4 KB, got 5 KB'],
  ])('[PC2] what is no card is refused in a sentence, %#', (document, sentence) => {
    expect(said(document)).toBe(sentence);
  });

  it('[PC2] nothing that is done to a card is half taken in, and nothing throws', () => {
    let refused = 0;
    const harm = fc.oneof(
      fc.record({ kind: fc.constant('cut' as const), at: fc.nat(400) }),
      fc.record({ kind: fc.constant('put' as const), at: fc.nat(400), text: fc.string({ maxLength: 9 }) }),
      fc.record({
        kind: fc.constant('set' as const),
        key: fc.constantFrom('bell', 'breath', 'reentry', 'version', '__proto__', 'x'),
        value: fc.jsonValue(),
      }),
      fc.record({ kind: fc.constant('any' as const), text: fc.string({ unit: 'binary', maxLength: 300 }) }),
    );
    fc.assert(
      fc.property(cards, harm, fc.boolean(), (made, done, asFile) => {
        const text = asFile ? JSON.stringify(made) : cardLine(made);
        const read = parseCard(harmed(text, made, done));
        if (read.ok) expect(parseCard(cardLine(read.value))).toEqual(read);
        else {
          refused++;
          expect(sentence(read.problem)).toMatch(/expected .+, got .+/s);
        }
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  it('[PC5] has no key but those of its sounds', () => {
    const made = cardWith({
      bell: 'bowl-110',
      breath: { pattern: [4, 0, 6, 0], fromRate: 14, title: 'After \u0007work' },
      reentry: 'rain',
    });
    expect(cardLine(made)).toBe(
      'undertone-card:1:{"bell":"bowl-110","breath":{"pattern":[4,0,6,0],"title":"After work"},"reentry":"rain"}',
    );
  });
});

type Harm =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'put'; readonly at: number; readonly text: string }
  | { readonly kind: 'set'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'any'; readonly text: string };

function harmed(text: string, made: PreferenceCard, harm: Harm): string {
  switch (harm.kind) {
    case 'cut':
      return text.slice(0, harm.at % text.length);
    case 'put':
      return text.slice(0, harm.at % text.length) + harm.text + text.slice(harm.at % text.length);
    case 'set':
      // Written by hand: an object literal would take `__proto__` for its own.
      return `${JSON.stringify(made).slice(0, -1)},${JSON.stringify(harm.key)}:${JSON.stringify(harm.value)}}`;
    case 'any':
      return harm.text;
  }
}

describe('a card taken up', () => {
  it('[PC4] brings its bell, its breath and its sound; all else stays as it was', () => {
    const before = settledWith('iv', [{ sound: 'ocean' }]);
    const after = withCard(before, card(), PREPARED);
    expect(after.bell).toBe('small-bell');
    expect(after.breath).toEqual({ first: { pattern: [4, 0, 8, 0] }, later: { pattern: [4, 0, 8, 0] } });
    expect(after.beds.map(({ sound }) => sound)).toEqual(['ocean', 'pad']);
    const { bell, breath, beds } = before;
    expect(settleTheSame({ ...after, bell, breath, beds }, before)).toBe(true);
    expect(fitOf(card(), before, PREPARED)).toEqual({
      bell: 'heard',
      first: 'allowed',
      later: 'allowed',
      reentry: 'heard',
    });
  });

  // Mutant: `first: 'allowed'` -> red.
  it('[PC4] leaves the breath as it was where the rules have no place for it', () => {
    const before = settledWith('iv', [{ sound: 'ocean' }]);
    const box = withCard(before, card({ breath: breaths.box }), PREPARED);
    expect(box.breath.first.pattern).toEqual([4, 4, 4, 4]);
    expect(box.breath.later).toEqual(before.breath.later);
    const sigh = card({ breath: breaths.sigh });
    expect(withCard(before, sigh, PREPARED).breath).toEqual(before.breath);
    expect(fitOf(sigh, before, PREPARED)).toMatchObject({ first: 'sigh', later: 'sigh' });
    expect(fitOf(card(), before, { first: 'preparation', later: undefined }).later).toBeUndefined();
  });

  // Mutant: hasRoom that is always true -> red.
  it('[PC4] says where no bell rings, and where six sounds leave no room', () => {
    const full = settledWith('iv', [{ sound: 'ocean' }]);
    const six = {
      ...full,
      beds: [1, 2, 3, 4, 5, 6].map((nth) => ({
        sound: `own.${nth}` as const,
        level: 0,
        muted: false,
        phases: {},
      })),
    };
    expect(fitOf(card(), six, PREPARED).reentry).toBe('full');
    expect(withCard(six, card(), PREPARED).beds).toEqual(six.beds);
    expect(fitOf(card(), { ...full, talk: 'silent' }, PREPARED).bell).toBe('silent');
    const never = { ring: 'never', start: false, end: false } as const;
    expect(fitOf(card(), { ...full, bells: never }, PREPARED).bell).toBe('silent');
    expect(fitOf(card(), { ...full, bells: { ...never, end: true } }, PREPARED).bell).toBe('heard');
  });

  const bed = fc.record({
    sound: fc.constantFrom(...BEDS),
    level: fc.integer({ min: -20, max: 6 }),
    muted: fc.boolean(),
  });
  const beds = fc.uniqueArray(bed, { selector: ({ sound }) => sound, minLength: 1, maxLength: 5 });

  it('[PC3] the sound one comes back with rises out of the others, and nothing before it changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROUTES), beds, cards, (route, chosen, made) => {
        const before = settledWith(route, chosen);
        const [without, heard] = [before, withCard(before, made, PREPARED)].map((settled) =>
          heardIn(route, settled),
        );
        if (without === undefined || heard === undefined) throw new Error('two were made');
        const { back, rest } = heard;
        for (const share of [0.1, 0.4, 0.9])
          for (const { sound } of chosen.filter(({ muted }) => !muted))
            expect(heard.level(sound, back * share)).toBeCloseTo(without.level(sound, back * share), 3);
        if (!chosen.some(({ sound, muted }) => sound === made.reentry && !muted))
          expect(heard.level(made.reentry, back - 1)).toBeLessThan(-20);
        const carried = heard.level(made.reentry, back + 30);
        for (const { sound } of chosen.filter(({ sound, muted }) => sound !== made.reentry && !muted))
          expect(heard.level(sound, back + 30)).toBeLessThanOrEqual(carried - 3.9);
        const least = Math.min(heard.all(back), heard.all(back + 30));
        for (let second = 0; second <= 30; second++)
          expect(heard.all(back + second)).toBeGreaterThan(least - 6);
        expect(heard.all(rest + 30)).toBeGreaterThan(-16);
      }),
      { numRuns: 100 },
    );
  });
});

/** How loud the beds of a session are, each and together. */
function heardIn(route: RouteId, { beds }: Settled) {
  const plan = routes[route].build({ ...defaultChoices(routes[route]), beds });
  const timeline = buildTimeline(plan, plannedLog(plan), evenGuide);
  const placeOf = (name: string) => timeline.spans.find(({ phase }) => phase === name)?.from ?? Number.NaN;
  const level = (sound: string, at: number) => {
    const layer = timeline.layers.find(({ id }) => id === `bed/${sound}`);
    return layer === undefined ? -Infinity : levelAt(layerLevel(layer), sessionTimeOf(at));
  };
  const all = (at: number) =>
    10 * Math.log10(beds.reduce((power, { sound }) => power + 10 ** (level(sound, at) / 10), 0));
  return { level, all, back: placeOf('reentry'), rest: placeOf('rest') };
}
