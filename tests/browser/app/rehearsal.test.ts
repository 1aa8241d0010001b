import { afterEach, describe, expect, it } from 'vitest';
import { createShippedGuide, type Guide } from '#app/guide.ts';
import { Rehearsal } from '#app/rehearsal.svelte.ts';
import type { Engine } from '#audio/engine.ts';
import { DEFAULT_TIMES } from '#session/clinic.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { later, START, type SessionTime } from '#session/units.ts';
import { shippedPlan } from '../../helpers/sessions.ts';

// Beside a test: changes of the code that were seen to break it.

const done = { ok: true, value: undefined } as const;

/** An engine that notes what is asked of it, and stands where the test says. */
function device() {
  const asked: string[] = [];
  let playing: Timeline | undefined;
  let position: SessionTime = START;
  let letPrepare: (() => void) | undefined;
  const is = { held: false, silent: false, missing: false };
  const engine: Partial<Engine> = {
    async prepare() {
      asked.push('prepare');
      if (is.held) await new Promise<void>((resolve) => (letPrepare = resolve));
      return is.missing ? { ok: false, problem: { kind: 'sounds-missing', lines: [] } } : done;
    },
    begin(timeline, _guide, at) {
      asked.push('begin');
      if (is.silent) return Promise.resolve({ ok: false, problem: { kind: 'no-audio' } });
      [playing, position] = [timeline, at()];
      return Promise.resolve(done);
    },
    position: () => position,
    pause() {
      asked.push('pause');
      playing = undefined;
      return Promise.resolve();
    },
  };
  return {
    engine: engine as Engine,
    asked,
    is,
    letPrepare: () => letPrepare?.(),
    playing: () => playing,
    /** The piece that plays comes so near to its end. */
    comesTo: (beforeEnd: number) => (position = later(playing?.to ?? START, -beforeEnd)),
  };
}

let open: Rehearsal[] = [];
afterEach(() => {
  for (const each of open) each.hold();
  open = [];
});

function rehearsing(talk: 'sparse' | 'silent' = 'sparse', guide: Guide = createShippedGuide('en')) {
  const plan = shippedPlan('nasal', { talk });
  const sounding = device();
  const screen = { kept: 0 };
  const rehearsal = new Rehearsal({
    openEngine: () => Promise.resolve(sounding.engine),
    setup: { plan, guide, timeline: buildTimeline(plan, plannedLog(plan), guide) },
    times: DEFAULT_TIMES,
    keepScreenOn: () => {
      screen.kept++;
      return { release: () => void screen.kept-- };
    },
  });
  open.push(rehearsal);
  return { rehearsal, sounding, screen };
}

const begun = (sounding: ReturnType<typeof device>) =>
  expect.poll(() => sounding.asked.filter((what) => what === 'begin').length);

describe('a rehearsal', () => {
  // Mutant: #look() that waits for the whole piece -> fails.
  it('goes on by itself once a piece is nearly over, letting that one fade, and stands where it was held', async () => {
    const { rehearsal, sounding, screen } = rehearsing();
    const [first, second, third] = rehearsal.steps;
    expect([rehearsal.step, rehearsal.sounding, screen.kept]).toEqual([first, false, 0]);
    rehearsal.goOn();
    await begun(sounding).toBe(1);
    expect(sounding.playing()?.to).toBe(first?.piece.to);
    sounding.comesTo(1.5);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(rehearsal.step).toBe(first);
    sounding.comesTo(1.1);
    await begun(sounding).toBe(2);
    expect([rehearsal.step, sounding.playing()?.to]).toEqual([second, second?.piece.to]);
    expect(sounding.asked).toEqual(['prepare', 'begin', 'pause', 'prepare', 'begin']);
    expect(screen.kept).toBe(1);
    rehearsal.hold();
    rehearsal.forward();
    expect([rehearsal.step, rehearsal.sounding, screen.kept]).toEqual([third, false, 0]);
    expect(sounding.asked.at(-1)).toBe('pause');
    rehearsal.goOn();
    await begun(sounding).toBe(3);
    expect(sounding.playing()?.cues.map(({ id }) => id)).toEqual(third?.cues);
  });

  it('is over after the last step has been heard whole, and can be heard again', async () => {
    const { rehearsal, sounding } = rehearsing();
    rehearsal.jumpTo('rest');
    while (rehearsal.nth < rehearsal.shown.length - 1) rehearsal.forward();
    rehearsal.goOn();
    await begun(sounding).toBe(1);
    sounding.comesTo(0.3);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect([rehearsal.over, rehearsal.sounding]).toEqual([false, true]);
    sounding.comesTo(0);
    await expect.poll(() => rehearsal.over).toBe(true);
    expect(rehearsal.sounding).toBe(false);
    rehearsal.forward();
    expect(rehearsal.step).toBe(rehearsal.steps.at(-1));
    rehearsal.goOn();
    expect([rehearsal.over, rehearsal.sounding]).toEqual([false, true]);
  });

  it('goes to phases, and through the lines alone from the nearest one', () => {
    const { rehearsal } = rehearsing();
    rehearsal.jumpTo('onset');
    expect(rehearsal.step.what[0]?.kind).toBe('given');
    rehearsal.back();
    expect(rehearsal.step.phase).toBe('preparation');
    rehearsal.jumpTo('peak');
    rehearsal.chooseLines(true);
    expect([rehearsal.step.phase, rehearsal.step.what[0]?.kind]).toEqual(['reentry', 'line']);
    rehearsal.back();
    expect([rehearsal.step.phase, rehearsal.step.what[0]?.kind]).toEqual(['onset', 'line']);
    rehearsal.jumpTo('peak'); // nothing is said there
    expect(rehearsal.step.phase).toBe('onset');
    const here = rehearsal.step;
    rehearsal.chooseLines(false);
    expect(rehearsal.step).toBe(here);
  });

  it('has nothing to walk through of lines alone where nothing is said', () => {
    const { rehearsal } = rehearsing('silent');
    rehearsal.chooseLines(true);
    expect([rehearsal.linesOnly, rehearsal.nth]).toEqual([false, 0]);
  });

  // Mutant: no question after `prepare` whether it is still wanted -> fails.
  it('does not sound once it was left, and leaves the engine alone from then on', async () => {
    const { rehearsal, sounding } = rehearsing();
    sounding.is.held = true;
    rehearsal.goOn();
    await expect.poll(() => sounding.asked).toEqual(['prepare']);
    rehearsal.hold();
    sounding.letPrepare();
    await new Promise((resolve) => setTimeout(resolve, 150));
    rehearsal.hold();
    expect(sounding.asked).toEqual(['prepare']);
  });

  // Mutant: a look that goes on after the end of its turn -> fails.
  it('left while it sounds, it touches the engine once, and no look goes on', async () => {
    const { rehearsal, sounding } = rehearsing();
    rehearsal.goOn();
    await begun(sounding).toBe(1);
    sounding.comesTo(0);
    rehearsal.hold();
    rehearsal.hold();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(sounding.asked).toEqual(['prepare', 'begin', 'pause']);
    expect(rehearsal.step).toBe(rehearsal.steps[0]);
  });

  it('tells that the device did not let it sound, and that something is not there', async () => {
    const { rehearsal, sounding, screen } = rehearsing();
    sounding.is.silent = true;
    rehearsal.goOn();
    await expect.poll(() => rehearsal.failed).toBe(true);
    expect([rehearsal.sounding, screen.kept]).toEqual([false, 0]);
    sounding.is.silent = false;
    sounding.is.missing = true;
    rehearsal.goOn();
    await expect.poll(() => rehearsal.missing).toBe(true);
    expect([rehearsal.failed, rehearsal.sounding]).toEqual([false, true]);
  });
});
