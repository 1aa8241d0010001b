import { describe, expect, it, vi } from 'vitest';
import { CheckPlayer } from '#app/check/check-player.svelte.ts';
import { createShippedGuide } from '#app/guide.ts';
import type { Guides } from '#app/guides.ts';
import { SessionSetup } from '#app/session-setup.svelte.ts';
import { Hearing } from '#app/voices/hearing.svelte.ts';
import type { CheckSounds } from '#audio/check-sounds.ts';
import type { Engine } from '#audio/engine.ts';
import { later, START } from '#session/units.ts';

// Beside a test: changes of the code that were seen to break it.

const done = { ok: true, value: undefined } as const;
type Step = 'prepare' | 'begin' | 'check';

/** An engine that waits where the test says. */
function device(waitsIn: Step) {
  const asked: string[] = [];
  let go = () => {};
  const waits = (step: Step) => {
    asked.push(step);
    return step === waitsIn ? new Promise<void>((resolve) => (go = resolve)) : Promise.resolve();
  };
  const sounds: Partial<CheckSounds> = {
    tone: () => Promise.resolve(void asked.push('tone')),
    stop: () => void asked.push('stop'),
  };
  const engine: Partial<Engine> = {
    prepare: () => waits('prepare').then(() => done),
    begin: () => waits('begin').then(() => done),
    check: () => waits('check').then(() => sounds as CheckSounds),
    pause: () => Promise.resolve(void asked.push('pause')),
    position: () => later(START, 36_000), // past every end: who still looks stops it
  };
  return { asked, engine: engine as Engine, go: () => go() };
}

function hearingOn({ engine }: ReturnType<typeof device>): Hearing {
  const setup = new SessionSetup({
    guides: { shipped: createShippedGuide('en') } as Guides,
    dice: () => 0,
    listening: { ceiling: undefined, ears: 'unknown' as never },
    ownSounds: () => [],
  });
  return new Hearing({
    playSound: () => ({ stop: () => undefined }),
    openEngine: () => Promise.resolve(engine),
    setup,
  });
}

describe('a piece of a session', () => {
  // Mutants, each red: no question after `prepare` whether it is still wanted, or none after `begin`; `endsBy` said only
  // after `begin`.
  it.each(['prepare', 'begin'] as const)(
    '[E16] that was stopped during %s does not sound, and leaves the engine alone',
    async (step) => {
      const sounding = device(step);
      const hearing = hearingOn(sounding);
      const looks = vi.spyOn(globalThis, 'setInterval');
      const heard = hearing.inContext(createShippedGuide('en'), 'welcome.here');
      await expect.poll(() => sounding.asked).toContain(step);
      hearing.stop();
      sounding.go();
      await heard;
      const ways = { prepare: ['prepare'], begin: ['prepare', 'begin', 'pause'] };
      hearing.stop();
      expect(looks.mock.calls.filter(([, every]) => every === 250)).toEqual([]);
      looks.mockRestore();
      expect(sounding.asked).toEqual(ways[step]);
      expect([hearing.inSession, hearing.failed]).toEqual([false, false]);
    },
  );

  it('is over by itself, and is stopped once', async () => {
    const sounding = device('check');
    const hearing = hearingOn(sounding);
    await hearing.inContext(createShippedGuide('en'), 'welcome.here');
    await vi.waitFor(() => expect(hearing.inSession).toBe(false), 2000);
    hearing.stop();
    expect(sounding.asked).toEqual(['prepare', 'begin', 'pause']);
  });
});

// Mutant: `play` that does not ask whether it is still wanted -> red.
it('a tone of the sound check that was stopped while the device opened is not heard', async () => {
  const sounding = device('check');
  const player = new CheckPlayer(() => Promise.resolve(sounding.engine));
  const played = player.play((sounds) => sounds.tone('left', -6));
  await expect.poll(() => sounding.asked).toContain('check');
  await player.stop();
  sounding.go();
  expect(await played).toBe(false);
  expect([sounding.asked, player.sounding]).toEqual([['check'], false]);
});
