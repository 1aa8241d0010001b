import { describe, expect, it } from 'vitest';
import type { Outside } from '#app/ports.ts';
import { Records } from '#app/records.svelte.ts';
import { ROUTES } from '#session/plan.ts';
import type { Side } from '#app/this-device.svelte.ts';

/** Records of every route, and one of a practice. */
function recordsOn(side: Side): Promise<Records> {
  const records = [...ROUTES, undefined].map((route, nth) => ({ id: `${nth}`, route }));
  const store = { list: () => Promise.resolve({ records, unreadable: 0 }) };
  return Records.open({ openRecords: () => Promise.resolve(store) } as unknown as Outside, side);
}

describe('what is over', () => {
  // Mutants: every record listed, every route offered -> each fails.
  it('at home is practices: no medicine is listed, and none can be looked for', async () => {
    const { all, routes } = await recordsOn('home');
    expect(all.map(({ route }) => route)).toEqual(['practice-run', undefined]);
    expect(routes).toEqual(['practice-run']);
  });

  it('in a clinic is everything', async () => {
    const { all, routes } = await recordsOn('clinic');
    expect(all).toHaveLength(ROUTES.length + 1);
    expect(routes).toEqual(ROUTES);
  });
});
