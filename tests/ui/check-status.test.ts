import { describe, expect, it } from 'vitest';
import type { Output } from '#app/listening.svelte.ts';
import { checkStatus } from '#ui/parts/check/check-status.ts';

const NOON = new Date(2026, 10, 22, 12).getTime();
const HOUR = 3_600_000;
const output = (change: Partial<Output> = {}): Output => ({
  name: '',
  kind: 'headphones',
  checkedMs: NOON,
  ears: 'right',
  ceiling: undefined,
  delay: undefined,
  ...change,
});
const said = (change: Partial<Output>, nowMs = NOON) => checkStatus(output(change), nowMs, 'en');

describe('what the planner says of the last sound check', () => {
  it('says when it was by the calendar, not by hours', () => {
    expect(said({ checkedMs: NOON - 11 * HOUR })).toBe(
      'Checked today, headphones: left and right are right.',
    );
    expect(said({ checkedMs: NOON - 13 * HOUR })).toBe(
      'Checked yesterday, headphones: left and right are right.',
    );
    expect(said({ checkedMs: NOON - 49 * HOUR })).toBe(
      'Checked on November 20, 2026, headphones: left and right are right.',
    );
  });

  it('says what was found, or what was not looked for', () => {
    expect(checkStatus(undefined, NOON, 'en')).toBe('Not checked on this device yet.');
    expect(said({ name: 'studio', ears: 'mono' })).toBe(
      'Checked today, headphones “studio”: both ears heard the same.',
    );
    expect(said({ ears: undefined })).toBe('Headphones: left and right not checked.');
    expect(said({ kind: 'speakers', ears: undefined })).toBe('Speakers: no limit set yet.');
    expect(said({ kind: 'speakers', ears: undefined, ceiling: -6 })).toBe(
      'Checked today, speakers: the limit is set.',
    );
  });
});
