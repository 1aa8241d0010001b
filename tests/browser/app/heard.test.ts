import { expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { bellAt, captionAt } from '#app/live-view.ts';
import { LiveSession } from '#app/live-session.svelte.ts';
import type { Outside } from '#app/ports.ts';
import type { Engine } from '#audio/engine.ts';
import { isBell, isVoice } from '#session/cues.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { buildTimeline } from '#session/timeline.ts';
import { later, sessionTimeOf, START, type SessionTime } from '#session/units.ts';
import { planOfRoute, logOf } from '../../helpers/audio/sessions.ts';

const guide = createShippedGuide('en');
const plan = planOfRoute('practice-run', { talk: 'full' });

/** A session whose device says 60 ms, and whose headphones take 200 ms more. */
async function session(delay: number | undefined) {
  let position: SessionTime = START;
  const done = () => Promise.resolve({ ok: true, value: undefined } as const);
  const engine = {
    begin: done,
    load: () => undefined,
    position: () => position,
    latency: () => 0.06,
    close: () => Promise.resolve(),
  } as unknown as Engine;
  const outside = {
    journal: { begin: done, append: done, alive: done, finish: done },
    nowMs: () => 1_000_000,
    steadyMs: () => 0,
    settings: { load: () => Promise.resolve(undefined), keep: done },
    keepScreenOn: () => ({ release: () => undefined }),
    followOutput: () => () => undefined,
    openMedia: () => new Promise(() => undefined),
  } as unknown as Outside;
  const voice = { engine, guide, ...(delay === undefined ? {} : { delay }) };
  const live = new LiveSession(outside, voice, { id: 'one', plan, beganMs: 1_000_000 });
  await live.begin();
  return {
    live,
    at: (place: number) => {
      position = sessionTimeOf(place);
      live.sound.show();
    },
  };
}

// heard() without the delay, or a caption at `position`: each red
it('[E48] captions and the breath wait for the ear, by what the device tells and what was tapped', async () => {
  const { live, at } = await session(0.2);
  const first = live.timeline.cues.find(isVoice);
  if (first === undefined) throw new Error('a practice run says something');
  at(first.at + 0.25);
  expect(live.caption).toBeUndefined();
  expect(live.sound.heardAt).toBeCloseTo(first.at - 0.01, 9);
  at(first.at + 0.27);
  expect(live.caption).toMatchObject({ text: first.text, speaking: true });
  expect(live.sound.heard()).toBeCloseTo(first.at + 0.01, 9);
  at(first.at + first.duration + 0.25);
  expect(live.caption?.speaking).toBe(true);
  at(first.at + first.duration + 0.27);
  expect(live.caption?.speaking).toBe(false);
  await live.sound.close();
});

it('[E48] where nothing was tapped it is the device’s word alone', async () => {
  const { live, at } = await session(undefined);
  at(10);
  expect(live.sound.heardAt).toBeCloseTo(9.94, 9);
  at(0);
  expect(live.sound.heardAt).toBe(0);
  await live.sound.close();
});

it('a bell is told for six seconds, where it can be heard', () => {
  const timeline = buildTimeline(plan, plannedLog(plan), guide);
  const bell = timeline.cues.filter(isBell).at(1);
  if (bell === undefined) throw new Error('a practice run rings');
  const told = [-0.1, 0, 5.9, 6].map((after) => bellAt(timeline, later(bell.at, after))?.id);
  expect(told).toEqual([undefined, bell.id, bell.id, undefined]);
  const mute = logOf([5, { type: 'bus-level-changed', bus: 'bell', level: -80 }]);
  expect(bellAt(buildTimeline(plan, mute, guide), later(bell.at, 1))).toBeUndefined();
  expect(captionAt(timeline, START)).toBeUndefined();
});
