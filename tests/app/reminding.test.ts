import { describe, expect, it } from 'vitest';
import { momentOf } from '#app/days/due.ts';
import { createReminding } from '#app/days/reminding.ts';
import type { Notice } from '#platform/notices.ts';
import type { PracticePlan } from '#session/practice-plan.ts';

const MINUTE = 60_000;
const eight = momentOf('2026-11-25', 1200);
const plan: PracticePlan = {
  v: 1,
  practices: [
    {
      ...{ id: 'a', practice: 'breath', minutes: 5, time: 1200, note: '', revision: 0 },
      rhythm: { kind: 'daily', from: '2026-11-25', until: '2026-11-26' },
    },
  ],
};

/** Looks at these moments, in minutes from eight in the evening; what was shown, each with its moment. */
async function shownAt(looks: readonly number[], { wanted = true, busyAt = NaN } = {}) {
  const shown: [minute: number, Notice][] = [];
  let minute = looks[0] ?? 0;
  const kept: Readonly<Record<string, unknown>> = { 'practice-plan': plan, 'practice-reminders': wanted };
  const reminding = createReminding(
    {
      nowMs: () => eight + minute * MINUTE,
      settings: {
        load: (key, read) => Promise.resolve(read(kept[key])),
        keep: () => Promise.resolve({ ok: true, value: undefined }),
      },
      openNotices: () =>
        Promise.resolve({
          state: () => 'allowed',
          ask: () => Promise.resolve('allowed'),
          show: (notice) => Promise.resolve(void shown.push([minute, notice])),
        }),
    },
    () => minute !== busyAt,
  );
  for (minute of looks) await reminding.look();
  return shown;
}

describe('reminding on this device', () => {
  it('shows what is due, once', async () => {
    expect(await shownAt([-2, -1, 0, 1, 2])).toEqual([
      [0, { title: 'Slow breath, 5 minutes', text: expect.stringContaining('planned') as string, tag: 'a' }],
    ]);
  });

  // Mutant: `isFree` not asked -> fails.
  it('shows nothing while something plays, nor afterwards what was due then', async () => {
    expect(await shownAt([-2, 0, 1], { busyAt: 0 })).toEqual([]);
  });

  it('shows nothing where nobody wants it', async () => {
    expect(await shownAt([-2, 0, 1], { wanted: false })).toEqual([]);
  });

  // Mutant: no latest moment -> fails: it comes an hour late.
  it('is at most ten minutes late, however long the device slept', async () => {
    expect((await shownAt([-60, 9])).map(([minute]) => minute)).toEqual([9]);
    expect(await shownAt([-60, 60])).toEqual([]);
  });
});
