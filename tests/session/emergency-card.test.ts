import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { cardOf, contentOf } from '#session/emergency-card-reading.ts';
import { isCardUp, PHONE_NUMBER, telOf } from '#session/emergency-card.ts';
import { parseLog } from '#session/log-reading.ts';
import { sessionTimeOf, SILENCE } from '#session/units.ts';
import { logged, min, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const silenced = [min(30), { type: 'silenced', fade: 3 }] as const;
const shown = [min(30), { type: 'emergency-shown', wording: 2 }] as const;
const closed = [min(32), { type: 'emergency-closed' }] as const;
const content = { title: 'Help', steps: ['Stay'], numbers: [{ name: 'House', number: '0 30 / 11-2' }] };

describe('an emergency', () => {
  // Mutant: isCardUp() that looks for 'silenced' -> red: a calm silence would bring the card.
  it('[PV1] has its card up from the tap until it is closed', () => {
    expect(isCardUp(logged(silenced))).toBe(false);
    expect(isCardUp(logged(silenced, shown))).toBe(true);
    expect(isCardUp(logged(silenced, shown, closed))).toBe(false);
    expect(isCardUp(logged(silenced, shown, closed, [min(33), shown[1]]))).toBe(true);
  });

  it('[PV1] is silent in three seconds, and the card itself changes no sound', () => {
    const plan = shippedPlan('iv');
    const timeline = timelineOf(plan, logged(silenced, shown, closed));
    expect(timeline).toEqual(timelineOf(plan, logged(silenced)));
    expect(levelAt(timeline.master, sessionTimeOf(min(30)))).toBe(0);
    expect(levelAt(timeline.master, sessionTimeOf(min(30) + 3))).toBe(SILENCE);
  });

  it('[PV1] is read from a log as it was written', () => {
    const log = logged(silenced, shown, closed);
    expect(parseLog(JSON.stringify(log))).toEqual({ ok: true, value: log });
  });
});

describe('a number to call', () => {
  it.each([
    ['112', 'tel:112'],
    ['+49 (0)30 / 123-45', 'tel:+4903012345'],
    [' 0800 11 22 ', 'tel:08001122'],
  ])('[PV2] %s is dialled by its digits', (number, tel) => {
    expect(number.trim()).toMatch(PHONE_NUMBER);
    expect(telOf(number)).toBe(tel);
  });

  it.each(['', '7', 'room 12', '+', '112;ext=3', 'javascript:1'])('[PV2] "%s" is none', (number) => {
    expect(number).not.toMatch(PHONE_NUMBER);
  });
});

describe('a card', () => {
  it('[PV3] is what was written, without the rows that were left empty', () => {
    expect(
      contentOf({
        title: ' Help ',
        steps: ['Stay', '  ', ''],
        numbers: [...content.numbers, { name: ' ', number: '' }],
      }),
    ).toEqual(content);
  });

  it.each([
    ['no title', { ...content, title: ' ' }],
    ['no step', { ...content, steps: [''] }],
    ['a number of nobody', { ...content, numbers: [{ name: '', number: '112' }] }],
    ['somebody without a number', { ...content, numbers: [{ name: 'House', number: 'x' }] }],
  ])('[PV3] with %s is not one yet', (_, written) => {
    expect(contentOf(written)).toBeUndefined();
  });

  it('[PV3] that was stored is read again, and anything else is none', () => {
    const stored = { v: 1, ...content, wording: 3, keptMs: 5 };
    expect(cardOf(stored)).toEqual(stored);
    for (const other of [undefined, null, 'x', {}, { ...stored, v: 2 }, { ...stored, steps: [] }])
      expect(cardOf(other)).toBeUndefined();
  });
});
