import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Foretaste } from '#app/foretaste.svelte.ts';
import { createShippedGuide } from '#app/guide.ts';
import type { Guides } from '#app/guides.ts';
import { SessionSetup } from '#app/session-setup.svelte.ts';
import type { Engine } from '#audio/engine.ts';
import { levelAt } from '#session/automation.ts';
import { isVoice } from '#session/cues.ts';
import { layerLevel } from '#session/layers.ts';
import { busLevel, type Timeline } from '#session/timeline.ts';
import { later, START, type Decibels, type SessionTime } from '#session/units.ts';

// Beside a test: changes of the code that were seen to break it.

/** An engine that notes what is asked of it. */
function device() {
  let playing: Timeline | undefined;
  let position: SessionTime = START;
  let letPrepare = () => {};
  const asked: string[] = [];
  const engine = {
    prepare: () =>
      new Promise((resolve) => {
        letPrepare = () => resolve({ ok: true, value: undefined });
        if (!held) letPrepare();
      }),
    begin(timeline: Timeline, _guide: unknown, at: () => SessionTime) {
      asked.push('begin');
      playing = timeline;
      position = at();
      return Promise.resolve(
        works ? { ok: true, value: undefined } : { ok: false, problem: { kind: 'no-audio' } },
      );
    },
    load(timeline: Timeline) {
      asked.push('load');
      playing = timeline;
    },
    position: () => position,
    pause() {
      asked.push('pause');
      playing = undefined;
      return Promise.resolve();
    },
  } as unknown as Engine;
  let held = false;
  let works = true;
  return {
    engine,
    asked,
    hold: () => (held = true),
    letPrepare: () => letPrepare(),
    fail: () => (works = false),
    playing: () => playing,
    /** How loud a bed is, 20 s from where it stands. */
    bed(sound: string): Decibels | undefined {
      if (playing === undefined) return undefined;
      const at = later(position, 20);
      const layer = playing.layers.findLast(({ id, to }) => id === `bed/${sound}` && to > at);
      return layer === undefined
        ? undefined
        : levelAt(layerLevel(layer), at) + levelAt(busLevel(playing, 'bed'), at);
    },
  };
}

function tasting(ceiling?: Decibels) {
  const setup = new SessionSetup({
    guides: { shipped: createShippedGuide('en') } as Guides,
    dice: () => 0,
    listening: { ceiling, ears: 'unknown' as never },
    ownSounds: () => [],
  });
  setup.toggleBed('rain');
  setup.setLevel('bed', -4);
  const sounding = device();
  return {
    setup,
    sounding,
    foretaste: new Foretaste(
      () => Promise.resolve(sounding.engine),
      () => setup,
    ),
  };
}

describe('a mix that is heard before it begins', () => {
  // Mutants, each red: #follow() without load(); a bend that is heard only after the next tap.
  it('[M10] follows what is changed on the planner, without beginning again', async () => {
    const { setup, sounding, foretaste } = tasting();
    await foretaste.listen('peak');
    flushSync();
    expect(sounding.bed('ocean')).toBeCloseTo(-4, 1);
    expect(
      sounding
        .playing()
        ?.cues.filter(isVoice)
        .map(({ clip }) => clip),
    ).toEqual(['check.volume']);
    setup.bendBed('ocean', 'peak', -9);
    flushSync();
    expect(sounding.bed('ocean')).toBeCloseTo(-13, 1);
    setup.muteBed('rain', true);
    flushSync();
    expect(sounding.bed('rain')).toBeLessThan(-70);
    await foretaste.listen('peak', 'rain');
    expect([sounding.bed('rain'), sounding.bed('ocean')].map((level) => (level ?? 0) > -70)).toEqual([
      true,
      false,
    ]);
    setup.toggleBed('wind');
    flushSync();
    expect(sounding.playing()?.layers.map(({ id }) => id)).toContain('bed/wind');
    expect(sounding.asked.filter((what) => what !== 'load')).toEqual(['begin']);
  });

  // Mutants, each red: a bed's own level that the ceiling does not bound; a bend that it does not bound.
  it('[M10] never gets louder than the ceiling of the sound check', async () => {
    const { setup, sounding, foretaste } = tasting(-12);
    setup.setLevel('bed', 0);
    setup.setBedLevel('ocean', 6);
    setup.bendBed('ocean', 'peak', 6);
    await foretaste.listen('peak');
    expect(sounding.bed('ocean')).toBeCloseTo(-12, 1);
  });

  // Mutants, each red: goTo() that begins where nothing is heard; a change of phase that does not let the old one fade.
  it('goes to another phase while it is heard, and only then', async () => {
    const { setup, sounding, foretaste } = tasting();
    foretaste.goTo('rest');
    expect([foretaste.phase, sounding.asked.length]).toEqual([undefined, 0]);
    setup.bendBed('ocean', 'rest', -5);
    await foretaste.listen('peak');
    foretaste.goTo('rest');
    await expect.poll(() => sounding.bed('ocean')).toBeCloseTo(-4 - 9 - 5, 0);
    expect(sounding.asked).toEqual(['begin', 'pause', 'begin']);
    expect(sounding.playing()?.cues).toEqual([]);
  });

  // Mutants, each red: stop() without its turn (what was being prepared begins after all); a stop() that pauses though
  // nothing is heard: by then a session plays on the same engine.
  it('does not begin once it was stopped, and leaves the engine alone from then on', async () => {
    const { setup, sounding, foretaste } = tasting();
    sounding.hold();
    const listening = foretaste.listen('peak');
    await expect.poll(() => foretaste.phase).toBe('peak');
    foretaste.stop();
    sounding.letPrepare();
    await listening;
    foretaste.stop();
    setup.setBedLevel('ocean', -20);
    flushSync();
    expect(sounding.asked.filter((what) => what !== 'pause')).toEqual([]);
    expect(sounding.asked.length).toBeLessThanOrEqual(1);
  });

  it('tells that the device did not let it sound', async () => {
    const { sounding, foretaste } = tasting();
    sounding.fail();
    await foretaste.listen('onset');
    expect([foretaste.failed, foretaste.phase]).toEqual([true, undefined]);
  });

  // Mutant: `#listened` left where the plan has no such phase -> red: its button says that it sounds.
  it('is not said to be heard in a phase that the plan does not have', async () => {
    const { sounding, foretaste } = tasting();
    await foretaste.listen('night');
    expect([foretaste.phase, foretaste.failed, sounding.asked]).toEqual([undefined, false, []]);
  });
});
