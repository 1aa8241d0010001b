import { describe, expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { unfinished } from '#app/unfinished.ts';
import { sessionTimeOf } from '#session/units.ts';
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

  it('[L8] is where it was last known to be, and the time since', () => {
    const session = { id: 'one', plan: shippedPlan('iv'), beganMs: 1_000_000, log: [] };
    const guide = createShippedGuide('en');
    const alive = { at: sessionTimeOf(600), wallMs: 90_000_000 };
    expect(unfinished({ session: { ...session, alive }, guide }, 90_030_000)?.at).toBe(630);
    expect(unfinished({ session: { ...session, alive: undefined }, guide }, 1_030_000)?.at).toBe(30);
  });
});
