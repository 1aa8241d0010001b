import { describe, expect, it } from 'vitest';
import { proposedTalk } from '#session/depth.ts';
import { beginningEvents, isOpen, type Standing } from '#session/despite.ts';
import { finding } from '#session/rules/ruling.ts';

describe('a depth', () => {
  it('[PR11] proposes how much is said', () => {
    expect(proposedTalk('unknown', 'full')).toBeUndefined();
    expect(proposedTalk('lower', 'sparse')).toBe('full');
    expect(proposedTalk('lower', 'full')).toBeUndefined();
    expect(proposedTalk('deeper', 'full')).toBe('sparse');
  });
});

describe('a beginning', () => {
  const standing: Standing = {
    items: [
      { id: 'food', text: 'Food' },
      { id: 'consent', text: 'Consent' },
    ],
    checked: ['consent', 'of-another-route'],
    findings: [finding('landing', {}), finding('breath-holds', {}), finding('landing', {})],
    waived: ['middle-voice'],
  };
  const done = { ...standing, checked: ['food', 'consent'], findings: [] };

  it('[PR12] says what was checked, what is switched off, and what it is begun despite', () => {
    expect(beginningEvents(standing, ' on paper ')).toEqual([
      { type: 'item-checked', list: 'arrival', item: 'consent', checked: true },
      { type: 'rule-waived', rule: 'middle-voice' },
      { type: 'begun-despite', items: ['food'], rules: ['breath-holds', 'landing'], reason: 'on paper' },
    ]);
    expect(beginningEvents(done, '').map(({ type }) => type)).toEqual([
      'item-checked',
      'item-checked',
      'rule-waived',
    ]);
  });

  // Mutants, each red: refused only where items are open; refused only for '' and not for blanks.
  it.each([
    ['an item', { ...done, checked: ['food'] }],
    ['a rule', { ...done, findings: standing.findings }],
  ])('[PR12] despite %s without a reason is refused', (_, open) => {
    expect(isOpen(open)).toBe(true);
    expect(() => beginningEvents(open, '')).toThrow('without a reason');
    expect(() => beginningEvents(open, '  ')).toThrow('without a reason');
  });
});
