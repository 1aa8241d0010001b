import { describe, expect, it } from 'vitest';
import { PatientView } from '#app/patient/patient-view.svelte.ts';
import { FIRST_LOOK } from '#session/patient-look.ts';
import type { SessionLog } from '#session/log.ts';
import type { Eyes, Sheet } from '#session/sheet.ts';
import { START } from '#session/units.ts';

/** Settings that answer when the test lets them, and keep as long as there is room. */
function device(stored?: unknown) {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const disk = { stored, full: false };
  const view = new PatientView({
    settings: {
      load: async (_, read) => {
        const found = disk.stored;
        await answered;
        return found === undefined ? undefined : read(found);
      },
      keep: (_, value) => {
        if (disk.full) return Promise.resolve({ ok: false, problem: 'storage-full' });
        disk.stored = value;
        return Promise.resolve({ ok: true, value: undefined });
      },
    },
    fillScreen: () => ({ release: () => undefined }),
  });
  return { view, answer: () => answer(), disk };
}

const sessionOf = (beganMs: number, eyes?: Eyes, log: SessionLog = []) => ({
  beganMs,
  log,
  sheet: eyes === undefined ? undefined : ({ preferences: { eyes } } as Sheet),
});
const resumed: SessionLog = [{ type: 'resumed', seq: 0, at: START, wallMs: 0 }];
const kept = { look: { ...FIRST_LOOK, shows: 'body', captions: true }, lockedFor: 7 };
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the look of the patient’s view', () => {
  // Mutants: what was kept put over what was said; the writing that does not wait for the reading: each red.
  it('[PV5] keeps what a session said of seizures when what was kept comes later, and loses nothing of that', async () => {
    const { view, answer, disk } = device(kept);
    const opening = view.open();
    view.attend(sessionOf(1), 'yes');
    await settled();
    answer();
    await opening;
    expect(view.look).toEqual({ shows: 'body', captions: true, dim: 'low', still: true });
    expect(view.lockedFor).toBe(7);
    await expect.poll(() => disk.stored).toMatchObject({ look: view.look, lockedFor: 7 });
  });

  it('says when it could not be kept, and until then that it was', async () => {
    const { view, answer, disk } = device();
    answer();
    await view.open();
    disk.full = true;
    view.change({ dim: 'faint' });
    await expect.poll(() => view.notKept).toBe(true);
    expect(view.look.dim).toBe('faint');
    disk.full = false;
    view.change({ dim: 'clear' });
    await expect.poll(() => view.notKept).toBe(false);
  });

  // Mutant: chosenFor not kept -> the last expectation red.
  it('[PV6] is dark where the eyes are to be closed, until it is chosen, also after a reload', async () => {
    const { view, answer, disk } = device(kept);
    answer();
    await view.open();
    view.attend(sessionOf(1, 'closed'), 'no');
    expect(view.look.shows).toBe('dark');
    expect(view.darkForClosedEyes).toBe(true);
    view.change({ dim: 'faint' });
    expect(view.look.shows).toBe('dark');
    view.change({ shows: 'breath' });
    expect(view.look.shows).toBe('breath');
    view.attend(sessionOf(2, 'closed'), 'no');
    expect(view.look.shows).toBe('dark');
    view.attend(sessionOf(3, 'open'), 'no');
    expect(view.look.shows).toBe('breath');
    view.attend(sessionOf(1, 'closed'), 'no');
    expect(view.look.shows).toBe('breath');
    await settled();
    const again = device(disk.stored);
    again.answer();
    await again.view.open();
    again.view.attend(sessionOf(1, 'closed', resumed), 'no');
    expect(again.view.look.shows).toBe('breath');
  });
});
