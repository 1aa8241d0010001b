import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { holdWhileSession } from '#app/holding.svelte.ts';
import { holdSession, noSessionRuns, sessionRuns } from '#platform/session-lock.ts';

// Mutant: `rests` asked in the effect itself -> red: let go of between two screens, and held anew.
it('[ST7] a session is held in one piece, from the screen it is begun on to the end of its fade', () => {
  const told: string[] = [];
  const holdSession = () => {
    told.push('held');
    return { release: () => void told.push('let go') };
  };
  let screen = $state('start');
  let fades = $state(false);
  const end = $effect.root(() => holdWhileSession({ holdSession }, () => screen === 'start' && !fades));
  const show = (next: string, nextFades = false) => {
    [screen, fades] = [next, nextFades];
    flushSync();
  };
  for (const next of ['start', 'opening', 'live', 'after']) show(next);
  show('start', true);
  expect(told).toEqual(['held']);
  show('start');
  expect(told).toEqual(['held', 'let go']);
  end();
});

// Mutant: whoever has the lock counts -> red: a tab that has waited for a session to end is taken for one.
it('[ST7] who waits for a session to end is told of its end, and is no session', async () => {
  const held = holdSession();
  await expect.poll(sessionRuns).toBe(true);
  const asked = noSessionRuns();
  const second = navigator.locks.request('undertone-session', sessionRuns);
  held.release();
  await asked;
  expect(await second).toBe(false);
});
