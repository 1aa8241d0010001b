import { expect, it } from 'vitest';
import { landing, placesOn, shownAt } from '#ui/places/where.ts';

const SIDES = [undefined, 'home', 'clinic'] as const;

it('the plain address asks on a fresh device, and leads where the device is used for', () => {
  expect(landing(undefined, false)).toBe('welcome');
  expect(landing('home', true)).toBe('practice');
  expect(landing('clinic', true)).toBe('session');
});

it('nobody who has something here from before is stopped with a question', () => {
  expect(landing(undefined, true)).toBe('session');
});

it('an address leads where it says, whosever the device is', () => {
  for (const side of SIDES) {
    expect(shownAt('#records/7', side, 'welcome')).toBe('records');
    expect(shownAt('#/practice/choose', side, undefined)).toBe('practice');
    expect(shownAt('#journal', side, 'session')).toBe('journal');
    expect(shownAt('#/welcome', side, 'session')).toBe('welcome');
  }
  expect(shownAt('#session', undefined, undefined)).toBe('session');
  expect(shownAt('', 'clinic', undefined)).toBeUndefined();
});

it('no timeline of a medicine is shown at home, nor offered', () => {
  for (const hash of ['#session', '#/session/rehearse', '#clinic']) {
    expect(shownAt(hash, 'home', 'practice')).toBe('elsewhere');
    expect(shownAt(hash, 'clinic', 'session')).not.toBe('elsewhere');
  }
  expect(placesOn('home')).toEqual(['practice', 'journal', 'days', 'records', 'sounds', 'voices', 'device']);
});

it('a device that goes from hand to hand offers no journal, and one that nobody has chosen for offers all', () => {
  expect(placesOn('clinic')).toEqual([
    'session',
    'practice',
    'records',
    'sounds',
    'voices',
    'clinic',
    'device',
  ]);
  expect(placesOn(undefined)).toContain('journal');
});
