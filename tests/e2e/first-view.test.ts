import { headers } from '../../scripts/headers.ts';
import { expect, test } from './fixtures.ts';
import { readableByAll } from './for-everybody.ts';

test('the page opens, says its name, and can be read by everybody', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('Undertone', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /What brings you here/ })).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.fonts.check('300 20px Newsreader'))).toBe(true);
  await readableByAll(page);
});

test('a file that is not there is told as missing', async ({ request }) => {
  expect((await request.get('/audio/no-such-file.opus')).status()).toBe(404);
});

test('every answer says what may be loaded, asked for and framed', async ({ request }) => {
  const worker = (await (await request.get('/')).text()).match(/assets\/[^"]+\.js/)?.[0];
  for (const path of ['/', `/${worker}`, '/service-worker.js', '/audio/voice/en/bdl/welcome.here.mp3']) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject(
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    );
  }
});
