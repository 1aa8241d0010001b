import { describe, expect, it } from 'vitest';
import { GuidedCheck } from '#app/check/guided-check.svelte.ts';
import { createShippedGuide } from '#app/guide.ts';
import type { Guides } from '#app/guides.ts';
import { Listening } from '#app/listening.svelte.ts';
import { SessionSetup } from '#app/session-setup.svelte.ts';
import type { CheckSounds } from '#audio/check-sounds.ts';
import type { Engine } from '#audio/engine.ts';
import { levelAt } from '#session/automation.ts';
import { PASSAGE_FROM } from '#session/check-passage.ts';
import type { Heard, Side } from '#session/ears.ts';
import { TICK_EVERY, TICKS } from '#session/tapping.ts';
import { busLevel, type Timeline } from '#session/timeline.ts';
import { later, type SessionTime } from '#session/units.ts';
import type { Settings } from '#storage/settings.ts';

// Beside a test: changes of the code that were seen to break it.

/** A device that notes what is asked of it. */
function device() {
  const heard: Side[] = [];
  let sounds = true;
  let playing: Timeline | undefined;
  let position: SessionTime = PASSAGE_FROM;
  let endTicks = () => {};
  const check: CheckSounds = {
    tone: (side) => Promise.resolve(void heard.push(side)),
    ticks: () => ({
      first: 100,
      latency: 0.02,
      timeOf: (eventMs) => eventMs / 1000,
      over: new Promise<void>((resolve) => (endTicks = resolve)),
    }),
    stop: () => endTicks(),
  };
  const engine = {
    check: () => (sounds ? Promise.resolve(check) : Promise.reject(new Error('no sound'))),
    begin(timeline: Timeline, _guide: unknown, at: () => SessionTime) {
      if (!sounds) return Promise.resolve({ ok: false, problem: { kind: 'no-audio' } } as const);
      playing = timeline;
      position = at();
      return Promise.resolve({ ok: true, value: undefined } as const);
    },
    load: (timeline: Timeline) => void (playing = timeline),
    position: () => position,
    pause: () => Promise.resolve(void (playing = undefined)),
  } as unknown as Engine;
  return {
    engine,
    heard,
    mute: () => (sounds = false),
    endTicks: () => endTicks(),
    playing: () => playing,
    pass: (seconds: number) => (position = later(position, seconds)),
    loudness: (bus: 'voice' | 'bed') =>
      playing === undefined ? undefined : levelAt(busLevel(playing, bus), later(position, 20)),
  };
}

const settings: Settings = {
  load: () => Promise.resolve(undefined),
  keep: () => Promise.resolve({ ok: true, value: undefined }),
};

function begun(now = () => 5_000) {
  const listening = new Listening(settings);
  const guides = { shipped: createShippedGuide('en') } as Guides;
  const setup = new SessionSetup({ guides, dice: () => 0, listening, ownSounds: () => [] });
  const sounding = device();
  const check = new GuidedCheck({
    openEngine: () => Promise.resolve(sounding.engine),
    listening,
    setup,
    dice: () => 0.4,
    nowMs: now,
    onOutput: (kind) => (setup.headphones = kind === 'headphones' ? 'yes' : 'no'),
  });
  return { check, listening, setup, sounding };
}

/** Goes through the four tones. */
async function answer(check: GuidedCheck, heard: Side[], of: (meant: Side) => Heard): Promise<void> {
  await check.ears.play();
  for (let nth = 0; nth < 4; nth++) await check.ears.answer(of(heard.at(-1) ?? 'left'));
}

describe('the ears', () => {
  it('are found right by who hears them right, and binaural beats are let in', async () => {
    const { check, listening, setup, sounding } = begun();
    setup.seizureHistory = 'no';
    check.name = ' studio ';
    await check.next();
    expect([setup.headphones, setup.gateOf('binaural')]).toEqual(['yes', 'ask-check']);
    await answer(check, sounding.heard, (meant) => meant);
    expect(sounding.heard).toHaveLength(4);
    expect(listening.output).toMatchObject({ name: 'studio', ears: 'right', checkedMs: 5_000 });
    expect(setup.gateOf('binaural')).toBe('allowed');
  });

  // gateOf() without the ears: red
  it('that fail take binaural beats away again, and nothing else', async () => {
    const { check, setup, sounding } = begun();
    setup.seizureHistory = 'no';
    await check.next();
    await answer(check, sounding.heard, (meant) => meant);
    setup.chooseBeats('binaural');
    expect(setup.plan.beats.kind).toBe('binaural');
    check.ears.begin();
    await answer(check, sounding.heard, () => 'both');
    expect([setup.gateOf('binaural'), setup.gateOf('monaural')]).toEqual(['check-failed', 'allowed']);
    expect(setup.plan.beats.kind).toBe('none');
  });

  // answer() without `asked`: red
  it('are not asked before the tone was heard', async () => {
    const { check, sounding } = begun();
    await check.next();
    await check.ears.answer('left');
    expect([check.ears.nth, check.ears.asked]).toEqual([0, false]);
    sounding.mute();
    await check.ears.play();
    expect([check.ears.asked, check.player.failed, check.player.sounding]).toEqual([false, true, false]);
  });
});

describe('the loudest passage', () => {
  // playAll() with the ceiling of the plan: red, it could never be lifted by ear
  it('begins softly, follows the slider above an older ceiling, and becomes the ceiling of the plan', async () => {
    const { check, listening, setup, sounding } = begun();
    await check.next();
    await check.goTo('loudest');
    await check.loudness.playAll();
    expect(sounding.loudness('bed')).toBeLessThan(-25);
    check.loudness.setLevel(-12);
    check.keepCeiling();
    expect([listening.ceiling, setup.plan.ceiling, setup.levels.bed]).toEqual([-12, -12, -12]);
    await check.loudness.playAll();
    check.loudness.setLevel(-4);
    expect(Math.max(sounding.loudness('bed') ?? -80, sounding.loudness('voice') ?? -80)).toBeCloseTo(-4, 6);
    check.keepCeiling();
    expect(setup.plan.ceiling).toBe(-4);
    check.liftCeiling();
    expect(setup.plan.ceiling).toBeUndefined();
  });

  // goTo() without stop(): red
  it('is quiet once the step is left, and says where nothing sounds', async () => {
    const { check, sounding } = begun();
    await check.goTo('loudest');
    await check.loudness.playAll();
    expect(sounding.playing()).toBeDefined();
    await check.next();
    expect([sounding.playing(), check.player.sounding, check.step]).toEqual([undefined, false, 'voice']);
    sounding.mute();
    await check.loudness.playVoice();
    expect([check.player.failed, check.player.sounding]).toEqual([true, false]);
  });
});

it('the voice that can just be followed is the session’s, and never above the ceiling', async () => {
  const { check, setup, sounding } = begun();
  await check.goTo('loudest');
  check.loudness.setLevel(-10);
  check.keepCeiling();
  await check.goTo('voice');
  await check.loudness.playVoice();
  check.loudness.setLevel(-2);
  expect([setup.plan.levels.voice, sounding.loudness('voice')]).toEqual([-10, -10]);
  check.loudness.setLevel(-17);
  expect(setup.plan.levels.voice).toBe(-17);
});

it('taps along with the ticks tell the delay, which is kept for these headphones alone', async () => {
  const { check, listening, sounding } = begun();
  await check.next();
  await check.goTo('delay');
  const over = check.taps.begin();
  await expect.poll(() => check.taps.ticking).toBe(true);
  for (let nth = 0; nth < TICKS; nth++) check.taps.tap((100 + nth * TICK_EVERY + 0.22) * 1000);
  sounding.endTicks();
  await over;
  expect(listening.delay).toBeCloseTo(0.2, 6);
  check.name = 'kitchen';
  check.kind = 'speakers';
  await check.goTo('output');
  await check.next();
  expect([listening.delay, check.steps.includes('ears')]).toEqual([0, false]);
});

// #keep() that says it was checked whatever was found: red
it('what was found before stays where a part is left out, and when it was checked', async () => {
  let now = 5_000;
  const { check, listening, sounding } = begun(() => now);
  await check.next();
  await answer(check, sounding.heard, (meant) => meant);
  now = 9_000;
  await check.goTo('output');
  await check.next();
  await check.goTo('loudest');
  check.keepCeiling();
  expect(listening.output).toMatchObject({ ears: 'right', checkedMs: 5_000 });
  expect(listening.outputs).toHaveLength(1);
});
