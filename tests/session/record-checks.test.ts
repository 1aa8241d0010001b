import { describe, expect, it } from 'vitest';
import { checkGroups } from '#session/record-checks.ts';
import { buildRecord, type LivedSession } from '#session/record.ts';
import { everyEventSession } from '../helpers/every-event.ts';
import { evenGuide } from '../helpers/guide.ts';
import { logged } from '../helpers/sessions.ts';

const prepared = everyEventSession('one', 0);
const told = (session: LivedSession) =>
  checkGroups(buildRecord(session, evenGuide)).map(({ of, lines, reasons }) => [
    of,
    lines.map(({ id, state, at }) => (at === undefined ? `${id} ${state}` : `${id} ${state} ${at}`)),
    reasons,
  ]);

describe('the table of checks', () => {
  // Mutants, each red: what was overruled left as open; the lists of the sheet left out; waived rules left out.
  it('[RE9] has each item of both lists, checked when, open or overruled and why, and the rules that did not count', () => {
    expect(told(prepared)).toEqual([
      ['arrival', ['consent checked 60', 'food overruled'], ['as agreed']],
      ['rules', ['middle-voice overruled', 'landing waived'], ['as agreed']],
      ['leaving', ['too-early overruled', 'escort open'], ['the brother waits outside']],
    ]);
  });

  it('[RE9] has what somebody said about it where there is no sheet, and the last word on each', () => {
    const older = { ...prepared, sheet: undefined };
    const log = logged(
      [0, { type: 'item-checked', list: 'arrival', item: 'consent', checked: true }],
      [5, { type: 'item-checked', list: 'arrival', item: 'food', checked: true }],
      [9, { type: 'item-checked', list: 'arrival', item: 'food', checked: false }],
      [12, { type: 'left', despite: [] }],
    );
    expect(told({ ...older, log })).toEqual([['arrival', ['consent checked 0', 'food open'], []]]);
    expect(told({ ...older, log: [] })).toEqual([]);
  });

  it('[RE9] does not ask of a practice run what is asked before medicine', () => {
    const { sheet } = prepared;
    if (sheet === undefined) throw new Error('it was prepared');
    expect(told({ ...prepared, sheet: { ...sheet, route: 'practice-run' }, log: [] })).toEqual([]);
  });
});
