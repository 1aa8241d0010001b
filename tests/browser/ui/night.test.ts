import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Night } from '#ui/night/night.svelte.ts';

describe('how much light the screen of a practice gives', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes black within ten seconds of the last touch', () => {
    const night = new Night(() => false);
    night.light();
    vi.advanceTimersByTime(6000);
    night.light(); // touched again
    expect(night.shown).toBe('light');
    vi.advanceTimersByTime(6900);
    expect(night.shown).toBe('light');
    vi.advanceTimersByTime(3100);
    expect(night.shown).toBe('black');
  });

  it('shows a dim clock on a touch, and is black again soon after the last one', () => {
    const night = new Night(() => false);
    night.black();
    night.dim();
    vi.advanceTimersByTime(6000);
    night.dim();
    vi.advanceTimersByTime(6000);
    expect(night.shown).toBe('dim');
    vi.advanceTimersByTime(4000);
    expect(night.shown).toBe('black');
    vi.advanceTimersByTime(3_600_000);
    expect(night.shown).toBe('black');
  });

  it('stays where somebody wants the light, and while a sheet is open', () => {
    const kept = new Night(() => true);
    kept.light();
    vi.advanceTimersByTime(3_600_000);
    expect(kept.shown).toBe('light');
    const night = new Night(() => false);
    night.light();
    night.attendSheet(true);
    vi.advanceTimersByTime(40_000);
    expect(night.shown).toBe('light');
    night.attendSheet(false);
    vi.advanceTimersByTime(10_000);
    expect(night.shown).toBe('black');
  });
});
