import { describe, expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { unfinished } from '#app/unfinished.ts';
import { logged, min, shippedPlan } from '../helpers/sessions.ts';

describe('a session that was left in its middle', () => {
  // `unfinished` that counts from the tap: red
  it('[CK5] tells how long ago the medicine really was given', () => {
    const log = logged(
      [0, { type: 'started' }],
      [min(20), { type: 'medicine-given' }],
      [min(21), { type: 'medicine-corrected', givenAt: min(15), note: 'tapped late' }],
    );
    const session = { id: 'one', plan: shippedPlan('iv'), beganMs: 1_000_000, log, alive: undefined };
    const left = { session, guide: createShippedGuide('en') };
    expect(unfinished(left, session.beganMs + min(30) * 1000)?.sinceGiven).toBe(min(15));
  });
});
