import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ForAWhile } from '#app/for-a-while.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what can be had back', () => {
  // Mutants, each red: `set` that lets the time of what was there go on; one that never forgets.
  it('is there for ten seconds of its own', () => {
    const removed = new ForAWhile<string>();
    removed.set('first');
    vi.advanceTimersByTime(9000);
    removed.set('second');
    vi.advanceTimersByTime(9000);
    expect(removed.value).toBe('second');
    vi.advanceTimersByTime(1000);
    expect(removed.value).toBeUndefined();
  });

  it('is gone once it was had back, or where there was nothing', () => {
    const removed = new ForAWhile<string>();
    removed.set('first');
    removed.clear();
    expect(removed.value).toBeUndefined();
    removed.set('second');
    removed.set(undefined);
    expect(removed.value).toBeUndefined();
  });
});
