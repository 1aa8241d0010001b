import { describe, expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { LiveSession } from '#app/live-session.svelte.ts';
import type { Outside } from '#app/ports.ts';
import type { Engine } from '#audio/engine.ts';
import type { SoundWord } from '#audio/sound-watch.ts';
import { BEDS } from '#session/layers.ts';
import { SILENCE, START, sessionTimeOf, type SessionTime } from '#session/units.ts';
import { restartOf } from '#session/restart.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import type { Timeline } from '#session/timeline.ts';
import { levelAt } from '#session/automation.ts';

/** A device whose sound goes where the test says, and a wall clock beside it. */
function world() {
  let position: SessionTime = START;
  let wallMs = 1_000_000;
  let steadyMs = 5000;
  const begun: SessionTime[] = [];
  let playing: Timeline | undefined;
  let sounds = true;
  let tell: ((word: SoundWord) => void) | undefined;
  let revives = false;
  const watching = new Set<() => void>();
  const engine = {
    begin(timeline: Timeline, _: unknown, at: () => SessionTime, onWord: (word: SoundWord) => void) {
      tell = onWord;
      if (!sounds) return Promise.resolve({ ok: false, problem: { kind: 'no-audio' } } as const);
      playing = timeline;
      position = at();
      begun.push(position);
      revives = false;
      return Promise.resolve({ ok: true, value: undefined } as const);
    },
    load: (timeline: Timeline) => void (playing &&= timeline),
    position: () => position,
    latency: () => 0,
    revive() {
      if (revives && sounds) tell?.({ kind: 'back' });
      return revives;
    },
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
    steadyMs: () => steadyMs,
    settings: { load: () => Promise.resolve(undefined), keep: done },
    keepScreenOn: () => ({ release: () => undefined }),
    followOutput(told: () => void) {
      watching.add(told);
      return () => void watching.delete(told);
    },
    openMedia: () => new Promise(() => undefined),
  } as unknown as Outside;
  return {
    voice: { engine, guide: createShippedGuide('en') },
    outside,
    begun,
    playing: () => playing,
    mute: (muted: boolean) => void (sounds = !muted),
    /** The device stops sounding; unless it is mute, it comes back by itself. */
    lose(hope: 'waits' | 'tap' = 'tap') {
      const at = position;
      [playing, revives] = [undefined, true];
      tell?.({ kind: 'lost', at });
      tell?.({ kind: 'hope', hope: sounds ? 'tries' : hope });
      if (sounds) tell?.({ kind: 'back' });
    },
    changeOutput: () => watching.forEach((told) => told()),
    watching,
    /** By hand, or by a time server. */
    putClock: (seconds: number) => void (wallMs += seconds * 1000),
    /** Lets both clocks go on, or only the wall's. */
    pass(seconds: number, sounding = true) {
      wallMs += seconds * 1000;
      steadyMs += seconds * 1000;
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

describe('a wall clock that is put right', () => {
  it('[ST6] never takes a session back before its last event, however far back it was put meanwhile', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(600);
    live.giveMedicine();
    around.putClock(-3600);
    const { id, plan, beganMs } = live;
    const back = new LiveSession(around.outside, around.voice, { id, plan, beganMs }, live.log);
    await back.comeBackAfter({ at: sessionTimeOf(598), wallMs: beganMs + 598_000 });
    expect(around.begun.at(-1)).toBe(live.log.at(-1)?.at);
    expect(back.log.map(({ at }) => at)).toEqual(back.log.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('[ST6] has no say in where a sounding session is; each event is written down with both times', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(600);
    const before = around.outside.nowMs();
    around.putClock(-3600);
    live.hold();
    around.pass(60);
    live.release();
    const [held, released] = live.log.slice(-2);
    expect(held?.wallMs).toBe(before - 3_600_000);
    expect((released?.at ?? 0) - (held?.at ?? 0)).toBe(60);
  });
});

describe('a wall clock that is put on', () => {
  // Mutant: `createPassingTime` of the wall clock alone -> fails: the session moves on by what nobody lived.
  it('[L7] moves no session that loses its sound after it', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(600);
    around.putClock(40);
    around.pass(1);
    around.mute(true);
    around.lose();
    around.pass(9, false);
    around.mute(false);
    await live.bringBack();
    expect(around.begun.at(-1)).toBeCloseTo(610, 6);
  });

  // Mutant: counted from `beganMs` -> fails: three hours in, it would be over.
  it('[L8] before a reload has no say in where a session is after it', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(600);
    around.putClock(3 * 3600);
    const { id, plan, beganMs } = live;
    const back = new LiveSession(around.outside, around.voice, { id, plan, beganMs }, live.log);
    const alive = { at: sessionTimeOf(600), wallMs: around.outside.nowMs() };
    around.pass(30, false);
    await back.comeBackAfter(alive);
    expect(around.begun.at(-1)).toBe(630);
  });
});

describe('a session whose sound may come out of another thing', () => {
  // Mutants: told each time; told while it waits; followed to no end -> red.
  it('[L9] is softer until somebody has looked, and both are written down', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(60);
    around.changeOutput();
    around.changeOutput();
    expect([live.outputUnsure, types(live)]).toEqual([true, ['started', 'output-changed']]);
    around.pass(1);
    expect(levelAt(around.playing()?.thinning.voice ?? [], live.sound.now())).toBe(-20);
    live.confirmOutput();
    around.pass(9);
    expect(levelAt(around.playing()?.thinning.voice ?? [], live.sound.now())).toBe(0);
    expect([live.outputUnsure, types(live).at(-1)]).toEqual([false, 'output-confirmed']);
  });

  it('[L9] stays softer where its sound is lost meanwhile, and where it is taken up after a crash', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(60);
    around.changeOutput();
    around.lose();
    expect(live.outputUnsure).toBe(true);
    const { id, plan, beganMs } = live;
    const back = new LiveSession(around.outside, around.voice, { id, plan, beganMs }, live.log);
    await back.comeBackAfter({ at: sessionTimeOf(60), wallMs: around.outside.nowMs() });
    expect(back.outputUnsure).toBe(true);
  });

  it('[L9] asks nothing while a practice waits, after the end, and of a session that was left', async () => {
    const { live, around } = sessionOf('practice-run');
    await live.begin();
    around.pass(60);
    await live.pause();
    around.changeOutput();
    expect(live.outputUnsure).toBe(false);
    await live.bringBack();
    live.end();
    around.changeOutput();
    expect(live.outputUnsure).toBe(false);
    expect(around.watching.size).toBe(1);
    live.sound.leave();
    expect(around.watching.size).toBe(0);
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

  // Mutant: `onBack` that does nothing -> fails: nothing is taken up.
  it('takes a lost sound up where the session is by now', async () => {
    const { live, around } = sessionOf('iv');
    await live.begin();
    around.pass(100);
    around.pass(600, false);
    around.lose();
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
    around.lose();
    expect(live.log.at(-1)).toMatchObject({ reason: 'sound-lost' });
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
    around.lose();
    expect(live.sound.state).toBe('stalled');
    around.pass(20, false);
    around.mute(false);
    await live.bringBack();
    await expect.poll(() => live.sound.state).toBe('running');
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
    await again.comeBackAfter({ at: sessionTimeOf(100), wallMs: live.beganMs + 100_000 });
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
    live.sound.tick(true);
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

  it('falls asleep when it was asked to, and begins again where that fade began', async () => {
    const { live, around } = sessionOf('practice-run');
    await live.begin();
    around.pass(100);
    live.sleepIn(300);
    expect(live.sleepsAt).toBeCloseTo(400, 0);
    around.pass(301);
    live.sound.tick(true);
    expect(types(live)).toEqual(['started', 'sleep-timer-set', 'ended']);
    const restart = restartOf(live.plan, live.log, around.voice.guide);
    if (restart === undefined) return expect.fail('nothing to go on with');
    const next = new LiveSession(around.outside, around.voice, {
      id: 'two',
      plan: live.plan,
      beganMs: around.outside.nowMs(),
    });
    await next.beginAgain(restart);
    expect(around.begun.at(-1)).toBe(restart.at);
    expect(restart.at).toBeCloseTo(310, 0);
    expect(next.sleepsAt).toBeUndefined();
    expect(next.spans.at(-1)?.to).toBe(15 * 60);
    live.sound.leave();
    next.sound.leave();
  });
});
