// Draws the icons of the installed app from public/icon.svg. Run by hand when that changes: npx tsx scripts/draw-icons.ts
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../tests/browsers.ts';

const svg = readFileSync('public/icon.svg', 'utf8');
/** A launcher may cut away all but a circle of four fifths: its ground reaches to the edge, its drawing does not. */
const maskable = svg
  .replace(' rx="14"', '')
  .replace('<path', '<path transform="translate(32 32) scale(0.8) translate(-32 -32)"');

const icons = [
  { file: 'any-192', size: 192, drawing: svg },
  { file: 'any-512', size: 512, drawing: svg },
  { file: 'maskable-512', size: 512, drawing: maskable },
  { file: 'apple-touch-180', size: 180, drawing: svg.replace(' rx="14"', '') },
];

mkdirSync('public/icons', { recursive: true });
const browser = await chromium.launch(chromiumLaunch(chromium.executablePath()));
for (const { file, size, drawing } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: `public/icons/${file}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
