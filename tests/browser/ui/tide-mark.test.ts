import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TideMark from '#ui/parts/TideMark.svelte';

it('the mark says what it shows', async () => {
  const screen = await render(TideMark, { label: 'A tide' });
  await expect.element(screen.getByRole('img', { name: 'A tide' })).toBeVisible();
});
