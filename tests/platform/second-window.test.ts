import { expect, it } from 'vitest';
import { createWindows } from '#platform/second-window.ts';

it('a second window is offered except on iPhones and iPads, which show one at a time', () => {
  expect(createWindows({}).hasWindows).toBe(true);
  expect(createWindows({ standalone: false }).hasWindows).toBe(false);
});
