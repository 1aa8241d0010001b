import { describe, expect, it } from 'vitest';
import { Cover } from '#app/device/cover.svelte.ts';
import { couldBePin, keepRelocking, loadRelocking, pinOf, type Relocking } from '#app/device/relocking.ts';
import type { Settings } from '#storage/settings.ts';

const MINUTE = 60_000;
const PASSPHRASE = 'tide and lantern';

/** Settings in memory. */
function kept(): Settings {
  const values = new Map<string, unknown>();
  return {
    load: (key, read) => Promise.resolve(read(values.get(key))),
    keep(key, value) {
      values.set(key, structuredClone(value));
      return Promise.resolve({ ok: true, value: undefined });
    },
  };
}

async function covered(relocking: Relocking, isLive = { now: false }) {
  const settings = kept();
  await keepRelocking(settings, relocking);
  const time = { ms: 0 };
  const cover = new Cover({
    settings,
    crypto,
    lock: { fits: (typed) => Promise.resolve(typed === PASSPHRASE) },
    nowMs: () => time.ms,
    isLive: () => isLive.now,
  });
  const after = async (minutes: number) => {
    time.ms += minutes * MINUTE;
    await cover.look();
  };
  await cover.look();
  return { cover, after };
}

describe('the cover', () => {
  it('comes where nobody has touched the app for as long as was chosen, and not before', async () => {
    const { cover, after } = await covered({ minutes: 5, pin: undefined });
    await after(4.9);
    expect(cover.isOn).toBe(false);
    cover.touched();
    await after(4.9);
    expect(cover.isOn).toBe(false);
    await after(0.1);
    expect(cover.isOn).toBe(true);
    cover.touched(); // a touch on the cover takes nothing away
    await after(0);
    expect(cover.isOn).toBe(true);
  });

  it('never comes where that was chosen', async () => {
    const { cover, after } = await covered({ minutes: undefined, pin: undefined });
    await after(600);
    expect(cover.isOn).toBe(false);
  });

  // Mutant: `isLive` not asked -> red: the acts of a session are covered.
  it('leaves a running session alone, and counts from its end', async () => {
    const isLive = { now: true };
    const { cover, after } = await covered({ minutes: 1, pin: undefined }, isLive);
    await after(100);
    expect(cover.isOn).toBe(false);
    isLive.now = false;
    await after(0.9);
    expect(cover.isOn).toBe(false);
    await after(0.1);
    expect(cover.isOn).toBe(true);
  });

  // Mutant: the first `#coverInTime` in `look` taken out -> red: it wakes open, and is covered a moment later.
  it('is there at once where a device wakes that slept', async () => {
    const { cover, after } = await covered({ minutes: 1, pin: undefined });
    const looking = after(60);
    expect(cover.isOn).toBe(true);
    await looking;
  });

  it('goes with its PIN', async () => {
    const { cover, after } = await covered({ minutes: 1, pin: await pinOf(crypto, '4711') });
    await after(1);
    expect(cover.asksPin).toBe(true);
    await cover.uncover('4712');
    expect([cover.isOn, cover.isWrong]).toEqual([true, true]);
    await cover.uncover('4711');
    expect(cover.isOn).toBe(false);
  });

  // Mutant: MOST_TRIES at 6 -> red.
  it('takes the passphrase alone after five wrong PINs', async () => {
    const { cover, after } = await covered({ minutes: 1, pin: await pinOf(crypto, '4711') });
    await after(1);
    for (const wrong of ['1', '2', '3', '4', '5']) await cover.uncover(wrong);
    expect(cover.asksPin).toBe(false);
    await cover.uncover('4711');
    expect(cover.isOn).toBe(true);
    await cover.uncover(PASSPHRASE);
    expect([cover.isOn, cover.asksPin]).toEqual([false, true]);
  });
});

it('a PIN is four to eight digits, and is not kept as they are', async () => {
  expect(['123', '1234', '12345678', '123456789', '12a4'].map(couldBePin)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  const settings = kept();
  await keepRelocking(settings, { minutes: 5, pin: await pinOf(crypto, '87654321') });
  const { pin } = await loadRelocking(settings);
  expect([pin?.salt.length, pin?.hash.length]).toEqual([16, 32]);
  expect(new TextDecoder('latin1').decode(pin?.hash)).not.toContain('87654321');
});
