import { describe, expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { LiveSession } from '#app/live-session.svelte.ts';
import type { Outside } from '#app/ports.ts';
import type { Engine } from '#audio/engine.ts';
import { BEDS } from '#session/layers.ts';
import { SILENCE, START, sessionTimeOf, type SessionTime } from '#session/units.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import type { Timeline } from '#session/timeline.ts';
import { levelAt } from '#session/automation.ts';

/** A device whose sound goes where the test says, and a wall clock beside it. */
function world() {
  let position: SessionTime = START;
  let wallMs = 1_000_000;
  const begun: SessionTime[] = [];
  let playing: Timeline | undefined;
  let sounds = true;
  const engine = {
    begin(timeline: Timeline, _: unknown, at: () => SessionTime) {
      if (!sounds) return Promise.resolve({ ok: false, problem: { kind: 'no-audio' } } as const);
      playing = timeline;
      position = at();
      begun.push(position);
      return Promise.resolve({ ok: true, value: undefined } as const);
    },
    load: (timeline: Timeline) => void (playing &&= timeline),
    position: () => position,
    latency: () => 0,
    pause() {
      playing = undefined;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  } as unknown as Engine;
  const done = () => Promise.resolve({ ok: true, value: undefined } as const);
  const outside = {
    journal: {
      begin: done,
      append: done,
      alive: done,
      finish: done,
      unfinished: () => Promise.resolve(undefined),
    },
    nowMs: () => wallMs,
    settings: { load: () => Promise.resolve(undefined), keep: done },
    keepScreenOn: () => ({ release: () => undefined }),
  } as unknown as Outside;
  return {
    voice: { engine, guide: createShippedGuide('en') },
    outside,
    begun,
    playing: () => playing,
    mute: (muted: boolean) => void (sounds = !muted),
    /** Lets both clocks go on, or only the wall's. */
    pass(seconds: number, sounding = true) {
      wallMs += seconds * 1000;
      if (sounding) position = sessionTimeOf(position + seconds);
    },
  };
}

function sessionOf(route: 'iv' | 'practice-run') {
  const around = world();
  const plan = routes[route].build(defaultChoices(routes[route]));
  const live = new LiveSession(around.outside, around.voice, {
    id: 'one',
    plan,
    beganMs: around.outside.nowMs(),
  });
  return { live, around };
}

const types = (live: LiveSession) => live.log.map(({ type }) => type);

describe('the mixer of a live session', () => {
  // Mutant: levels as acts -> fails: the undo of a mute is gone.
  it('can take back what is muted or heard alone; a level is its own undoing', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(60);
    live.mixer.mute('breath', true);
    live.mixer.setBedLevel('ocean', -12);
    live.mixer.setLevel('bed', -20);
    expect([live.mixer.isHeard('breath'), live.lastAct?.type]).toEqual([false, 'strip-muted']);
    live.undo();
    expect([live.mixer.isHeard('breath'), live.mixer.mix.beds[0]?.level]).toEqual([true, -12]);
    live.mixer.solo('ocean', true);
    around.pass(10);
    expect([live.mixer.isHeard('bell'), live.mixer.isHeard('voice')]).toEqual([false, true]);
    expect(levelAt(live.timeline.levels.bell, sessionTimeOf(70))).toBe(SILENCE);
  });

  it('takes no more beds than six, and none twice', async () => {
    const { live } = sessionOf('iv');
    await live.begin();
    for (const bed of [...BEDS, 'ocean', 'own.gone'] as const) live.mixer.addBed(bed);
    expect(live.mixer.mix.beds.map(({ sound }) => sound)).toEqual([...BEDS]);
    expect(types(live).filter((type) => type === 'bed-added')).toHaveLength(5);
  });
});

describe('a live session', () => {
  it('hands every act to the sound at once, in the order it was done', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(60);
    live.giveMedicine();
    expect(around.playing()).toBe(live.timeline);
    live.hold();
    live.release();
    live.extend(300);
    expect(types(live)).toEqual(['started', 'medicine-given', 'held', 'released', 'phase-extended']);
    expect(live.log.every((event, nth) => event.at >= (live.log[nth - 1]?.at ?? 0))).toBe(true);
    await live.sound.close();
  });

  it('takes the last act back within ten seconds, and no later', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(60);
    live.giveMedicine();
    live.sound.show();
    live.undo();
    around.pass(1);
    live.sound.show();
    expect(live.waitsForMedicine).toBe(true);
    live.giveMedicine();
    around.pass(11);
    live.sound.show();
    live.undo();
    expect(types(live).filter((type) => type === 'undone')).toHaveLength(1);
    expect(live.span?.phase).toBe('onset');
    await live.sound.close();
  });

  // Mutant: `tick` believes the context's state instead of its clock -> nothing is taken up.
  it('notices that the sound stood still, and takes it up where the session is by now', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(100);
    around.pass(600, false);
    live.sound.tick(true);
    await Promise.resolve();
    expect(types(live)).toEqual(['started', 'interrupted', 'resumed']);
    expect(live.log[1]?.at).toBeCloseTo(100);
    expect(around.begun.at(-1)).toBeCloseTo(700);
    expect(levelAt(live.timeline.master, sessionTimeOf(400))).toBe(SILENCE);
    await live.sound.close();
  });

  // Mutant: `now()` of the engine alone -> every act while the sound is lost stands where it was lost.
  it('has a clock while its sound is lost, and after its end: with medicine time goes on', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(60);
    live.giveMedicine();
    around.mute(true);
    live.sound.tick(false);
    await expect.poll(() => live.log.at(-1)).toMatchObject({ reason: 'no-sound' });
    around.pass(600, false);
    live.startDevice(2);
    expect(live.log.at(-1)?.at).toBeGreaterThanOrEqual(660);
    live.end();
    await live.sound.close();
    around.pass(1200, false);
    live.clinic.note('walks well');
    expect(live.log.at(-1)?.at).toBeGreaterThanOrEqual(1860);
    await expect.poll(() => live.position).toBeGreaterThanOrEqual(1860);
    live.sound.leave();
  });

  it('waits for a tap when the device does not let the sound come back by itself', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(50);
    around.mute(true);
    live.sound.tick(false);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(live.sound.state).toBe('stalled');
    around.pass(20, false);
    around.mute(false);
    await live.bringBack();
    expect(live.sound.state).toBe('running');
    expect(around.begun.at(-1)).toBeCloseTo(70);
    expect(types(live).at(-1)).toBe('resumed');
    await live.sound.close();
  });

  it('a practice goes on from where it was: its clock does not run while nothing plays', async () => {
    const { live, around } = sessionOf('practice-run');
    await live.begin();
    around.pass(100);
    const again = new LiveSession(
      around.outside,
      around.voice,
      { id: 'one', plan: live.plan, beganMs: live.beganMs },
      live.log,
    );
    around.pass(3600, false);
    await again.comeBackAfter(sessionTimeOf(100));
    expect(around.begun.at(-1)).toBe(100);
    await live.sound.close();
    await again.sound.close();
  });

  // Mutant: `pause` without its word in the log -> fails: a practice left while it waits would not be where it was.
  it('a practice waits where it is, and goes on from there on a tap; with medicine nothing waits', async () => {
    const { live, around } = sessionOf('practice-run');
    await live.begin();
    around.pass(100);
    await live.pause();
    expect([live.sound.state, live.position, around.playing()]).toEqual(['paused', 100, undefined]);
    around.pass(3600, false);
    live.sound.tick(false);
    expect(types(live)).toEqual(['started', 'interrupted']);
    await live.bringBack();
    expect(around.begun.at(-1)).toBe(100);
    expect(types(live)).toEqual(['started', 'interrupted', 'resumed']);
    expect(live.endsAtMs).toBe(live.beganMs + (3600 + 15 * 60) * 1000);
    await live.sound.close();
    const { live: medicine } = sessionOf('iv');
    await medicine.begin();
    await medicine.pause();
    expect([medicine.sound.state, types(medicine)]).toEqual(['running', ['started']]);
    await medicine.sound.close();
  });

  it('ends by itself once, when the last sound has faded', async () => {
    const { live, around } = sessionOf('practice-run');
    await live.begin();
    around.pass(15 * 60 + 0.5);
    live.sound.tick(true);
    live.sound.tick(true);
    expect(types(live)).toEqual(['started', 'ended']);
    await live.sound.close();
  });
});
