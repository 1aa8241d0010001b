import { describe, expect, it } from 'vitest';
import { settledIn } from '#session/preset.ts';
import { sheetDraftOf } from '#session/sheet-draft-reading.ts';
import { isOld, NOBODY, personIn } from '#session/sheet-draft.ts';
import { sheetOf } from '#session/sheet-reading.ts';
import { shippedPlan } from '../helpers/sessions.ts';

const draft = (change: object = {}) => ({
  v: 1,
  keptMs: 1000,
  settled: settledIn(shippedPlan('im'), { depth: 'unknown', guide: { id: 'bdl' } }),
  person: { ...NOBODY, label: 'Room 2', ownRate: 11.5, anchors: ['anchor.a1'] },
  checked: ['consent'],
  ...change,
});

describe('a sheet that was not begun with', () => {
  it('[PR1] is read as it was written', () => {
    expect(sheetDraftOf(structuredClone(draft()))).toEqual(draft());
    expect(sheetDraftOf(draft({ person: NOBODY }))).toEqual(draft({ person: NOBODY }));
  });

  it.each([
    [{ v: 2 }],
    [{ checked: 'all' }],
    [{ person: { ...NOBODY, name: 'Jo' } }],
    [{ person: { ...NOBODY, avoid: ['soul'] } }],
    [{ settled: {} }],
  ])('[PR1] that is none is not read: %#', (change) => {
    expect(sheetDraftOf(draft(change))).toBeUndefined();
  });

  const HOUR = 3_600_000;
  it('[PR10] is old after a day, and also where the clock was put back', () => {
    expect([0, 23, 24, 25, -25].map((hours) => isOld({ keptMs: 0 }, hours * HOUR))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('the same person', () => {
  // Mutant: `intention` taken over -> fails.
  it('[PR9] is known by what stays true of them', () => {
    const read = sheetOf({
      format: 'undertone-sheet',
      version: 1,
      label: 'Room 2',
      route: 'iv',
      intention: 'To rest',
      preferences: { talk: 'full', voice: 'bdl', likes: 'rain', avoid: ['chest'], eyes: 'open' },
      gates: { seizure: 'no', trauma: 'yes' },
      checklists: { version: 0, arrival: [{ id: 'consent', text: 'Consent' }], leaving: [] },
    });
    if (!read.ok) throw new Error(read.problem.place);
    expect(personIn(read.value)).toEqual({
      ...NOBODY,
      label: 'Room 2',
      likes: 'rain',
      avoid: ['chest'],
      eyes: 'open',
      gates: { seizure: 'no', hearing: 'unknown', trauma: 'yes', headphones: 'unknown' },
    });
  });
});
