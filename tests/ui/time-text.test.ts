import { describe, expect, it } from 'vitest';
import { secondsOf } from '#ui/parts/bells/time-text.ts';

describe('a time that somebody writes', () => {
  it.each([
    ['12', 720],
    ['12:30', 750],
    [' 0:05 ', 5],
    ['3.07', 187],
    ['300', 18_000],
  ])('%j is %i seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it.each(['', 'noon', '12:3', '12:60', '-1', '300:01', '1:00:00', '999'])('%j is none', (text) => {
    expect(secondsOf(text)).toBeUndefined();
  });
});
