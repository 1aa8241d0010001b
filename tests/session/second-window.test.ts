import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '#guidance/script-lines.ts';
import { DIMNESS, FIRST_LOOK, SHOWN, type Look } from '#session/patient-look.ts';
import { momentOf, scoreOf, type Score } from '#session/patient-view.ts';
import { ROUTES } from '#session/plan.ts';
import {
  excerptOf,
  FADES_MS,
  followed,
  lightAt,
  positionAt,
  SILENT_AFTER_MS,
  type Following,
  type Told,
  type WindowMessage,
} from '#session/second-window.ts';
import { messageOf, said, WINDOW_VERSION } from '#session/second-window-reading.ts';
import { later, latest, sessionTimeOf, START, type SessionTime } from '#session/units.ts';
import { always, lastOf } from '../helpers/lived.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const NOTHING: Score = { phases: [], breaths: [], places: [], captions: [] };

function told(change: Partial<Told> = {}): Told {
  const place = { at: sessionTimeOf(60), atMs: 1_000_000, moving: true };
  return { kind: 'told', session: 'one', ...place, look: FIRST_LOOK, score: NOTHING, ...change };
}

/** What a window knows that heard all that, each at its time. */
function hearing(...heard: readonly (readonly [nowMs: number, message: WindowMessage])[]): Following {
  const known = heard.reduce<Following | undefined>(
    (before, [nowMs, message]) => followed(before, message, nowMs),
    undefined,
  );
  if (known === undefined) throw new Error('it has heard nothing');
  return known;
}

const sent = (message: WindowMessage) => messageOf(structuredClone(said(message)));

describe('what a second window is told', () => {
  const looks: readonly Look[] = SHOWN.flatMap((shows) =>
    [true, false].map((captions) => ({ ...FIRST_LOOK, shows, captions })),
  );

  // Mutants: AHEAD 10; seen() that leaves out what has begun; places from `from` on: each red.
  it('[PV7] is enough to show what the session’s own view would show, before and after any word', () => {
    always((lived) => {
      const timeline = lastOf(lived);
      const score = scoreOf(timeline, lived.plan, placeOf);
      const places = [
        START,
        ...lived.log.map(({ at }) => at),
        ...timeline.cues.slice(0, 12).map(({ at }) => at),
      ];
      for (const at of new Set(places))
        for (const look of looks) {
          const message = sent(told({ at, look, score: excerptOf(score, look, at) }));
          if (message?.kind !== 'told') throw new Error('it is not understood');
          for (const by of [-0.9, 0, 0.1, 9, 26, 29.9]) {
            const here = latest(START, later(at, by));
            const own = momentOf(score, here);
            const there = momentOf(message.score, here);
            expect(there.phase).toBe(own.phase);
            if (look.shows === 'breath') expect(there.breath).toEqual(own.breath);
            if (look.shows === 'body') expect([there.here, there.been]).toEqual([own.here, own.been]);
            if (look.captions) expect(there.caption).toBe(own.caption);
          }
        }
    });
  });

  // Mutant: captions whether they are wanted or not -> red.
  it.each(ROUTES)('[PV7] is little in %s: nothing that is not looked at, and under 4 KB', (route) => {
    const plan = shippedPlan(route, { talk: 'full' });
    const score = scoreOf(timelineOf(plan, logged([min(10), { type: 'medicine-given' }])), plan, placeOf);
    for (let at = START; at < min(60); at = later(at, 7)) {
      for (const look of looks) {
        const { breaths, places, captions } = excerptOf(score, look, at);
        if (look.shows !== 'breath') expect(breaths).toEqual([]);
        if (look.shows !== 'body') expect(places).toEqual([]);
        if (!look.captions) expect(captions).toEqual([]);
        const size = JSON.stringify(said(told({ at, look, score: excerptOf(score, look, at) }))).length;
        expect(size).toBeLessThan(4096);
      }
    }
  });
});

describe('where a second window is', () => {
  const quick = fc.double({ min: 0.2, max: 15, noNaN: true });
  const slow = fc.double({ min: 0, max: 900, noNaN: true });
  const jitter = fc.double({ min: -0.012, max: 0.012, noNaN: true });
  const words = fc.array(fc.record({ quick, slow, jitter }), { minLength: 9, maxLength: 40 });
  const apart = fc.double({ min: -1e9, max: 1e9, noNaN: true });

  // Mutants: the lag of the last word alone; the first lag for good; the greatest: each red.
  it('[PV8] is within 60 ms of the ear, whatever the clocks say, where one word in seven is not held up', () => {
    fc.assert(
      fc.property(words, apart, (all, clocks) => {
        let known: Following | undefined;
        for (const [nth, word] of all.entries()) {
          const atMs = 5_000_000 + nth * 2000;
          const trueAt = (ms: number) => sessionTimeOf(100 + (ms - 5_000_000) / 1000);
          const at = later(trueAt(atMs), word.jitter);
          const heardMs = atMs + (nth % 7 === 0 ? word.quick : word.slow);
          known = followed(known, told({ at, atMs }), heardMs + clocks);
          for (const afterMs of [0, 700, 1900]) {
            if (known === undefined) throw new Error('it follows');
            const off = positionAt(known, heardMs + afterMs + clocks) - trueAt(heardMs + afterMs);
            expect(Math.abs(off)).toBeLessThan(0.06);
          }
        }
      }),
      { seed: 20_260, numRuns: 300 },
    );
  });

  // Mutant: inStep that always takes the new word -> red.
  it('[PV8] does not tremble with the grain of the audio clock, and follows what is more than that', () => {
    const at = (seconds: number) => sessionTimeOf(seconds);
    const steady = hearing(
      [1_000_001, told({ at: at(60) })],
      [1_002_001, told({ at: at(62.028), atMs: 1_002_000 })],
      [1_004_001, told({ at: at(63.975), atMs: 1_004_000 })],
    );
    expect(positionAt(steady, 1_004_001)).toBe(64);
    const moved = followed(steady, told({ at: at(66.04), atMs: 1_006_000 }), 1_006_001);
    expect(moved && positionAt(moved, 1_006_001)).toBe(66.04);
  });

  // Mutants: a stand taken for a step; clocks never compared anew: each red.
  it('[PV8] stands where the session waits, and compares the clocks anew after a gap', () => {
    const waits = hearing(
      [1_000_000, told({ at: sessionTimeOf(58), atMs: 998_000 })],
      [1_002_000, told({ moving: false })],
    );
    expect(positionAt(waits, 1_009_000)).toBe(60);
    const again = followed(waits, told({ atMs: 5000 }), 1_009_400);
    expect(again && positionAt(again, 1_010_400)).toBeCloseTo(61, 9);
  });
});

describe('when a second window shows anything', () => {
  it('[PV10] waits, shows, and fades to dark when nothing was heard for long or the session is over', () => {
    expect(lightAt(undefined, 5)).toBe('waiting');
    expect(followed(undefined, { kind: 'over', session: 'one' }, 5)).toBeUndefined();
    const known = hearing([1_000_000, told()]);
    expect(lightAt(known, 999_999 + SILENT_AFTER_MS)).toBe('shown');
    expect(lightAt(known, 1_000_000 + SILENT_AFTER_MS)).toBe('fading');
    expect(lightAt(known, 999_999 + SILENT_AFTER_MS + FADES_MS)).toBe('fading');
    expect(lightAt(known, 1_000_000 + SILENT_AFTER_MS + FADES_MS)).toBe('dark');
    const heardAgain = followed(known, told({ atMs: 1_030_000 }), 1_030_000);
    expect(lightAt(heardAgain, 1_030_001)).toBe('shown');
    const over = followed(heardAgain, { kind: 'over', session: 'one' }, 1_031_000);
    expect(lightAt(over, 1_031_000)).toBe('fading');
    const saidTwice = over && followed(over, { kind: 'over', session: 'one' }, 1_036_000);
    expect(lightAt(saidTwice, 1_031_000 + FADES_MS)).toBe('dark');
    // The figure goes on while it fades.
    expect(over && positionAt(over, 1_032_000)).toBeCloseTo(62, 9);
    expect(lightAt(followed(over, told({ session: 'next' }), 1_032_000), 1_032_000)).toBe('shown');
  });

  // Mutants: without `same`; 'over' of any session: each red.
  it('[PV11] follows one session until there is nothing more to be seen of it', () => {
    const one = hearing([1_000_000, told()]);
    const other = told({ session: 'other', atMs: 1_001_000, at: sessionTimeOf(9) });
    expect(followed(one, other, 1_001_000)).toBe(one);
    expect(followed(one, { kind: 'over', session: 'other' }, 1_001_000)).toBe(one);
    expect(followed(one, { kind: 'asking', window: 'w' }, 1_001_000)).toBe(one);
    const later = followed(one, other, 1_000_001 + SILENT_AFTER_MS);
    expect(later?.told.session).toBe('other');
  });
});

describe('what windows say to each other', () => {
  const breath = { pattern: [4, 0, 6, 0] as const, topUp: undefined, fromRate: 12 };
  const span = { from: START, to: Infinity as SessionTime };
  const whole = told({
    look: { shows: 'body', captions: true, dim: DIMNESS[0], still: true },
    score: {
      phases: [{ ...span, phase: 'onset', title: 'In' }],
      breaths: [{ ...span, origin: START, breath }],
      places: [{ at: START, regions: ['left-foot', 'whole'] }],
      captions: [{ ...span, text: 'Here.' }],
    },
  });

  it('[PV9] is understood as it was said', () => {
    const messages: readonly WindowMessage[] = [
      whole,
      { kind: 'over', session: 'one' },
      { kind: 'asking', window: 'a' },
      { kind: 'left', window: 'a' },
    ];
    for (const message of messages) expect(sent(message)).toEqual({ v: WINDOW_VERSION, ...message });
  });

  const fast = { ...breath, pattern: [0.5, 0, 0.5, 0] };
  // Mutants: the version unread; v.object for v.strictObject; breaths unchecked; place without finite: each red.
  it.each([
    ['nothing', undefined],
    ['a text', 'told'],
    ['another version', { ...whole, v: WINDOW_VERSION + 1 }],
    ['no version', { ...whole, v: undefined }],
    ['a key more', { ...whole, record: {} }],
    ['a kind nobody knows', { ...whole, kind: 'end' }],
    ['no place', { ...whole, at: Number.NaN }],
    ['a place without end', { ...whole, at: Infinity }],
    ['no time', { ...whole, atMs: '12:00' }],
    ['a look nobody knows', { ...whole, look: { ...whole.look, shows: 'strobe' } }],
    [
      'a breath too fast',
      { ...whole, score: { ...NOTHING, breaths: [{ ...span, origin: 0, breath: fast }] } },
    ],
    ['a text too long', { ...whole, score: { ...NOTHING, captions: [{ ...span, text: 'x'.repeat(2001) }] } }],
    ['too many', { ...whole, score: { ...NOTHING, places: Array(401).fill({ at: 0, regions: [] }) } }],
    ['no session', { kind: 'over', session: '' }],
  ])('[PV9] refuses %s', (_, message) => {
    const versioned =
      typeof message === 'object' && !('v' in message) ? { ...message, v: WINDOW_VERSION } : message;
    expect(messageOf(versioned)).toBeUndefined();
  });

  it('[PV9] throws at nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(messageOf(anything)).toBeUndefined();
      }),
      { seed: 20_260, numRuns: 500 },
    );
  });
});
