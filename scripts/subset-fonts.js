// npm run fonts: makes the three font files the app ships from the two font packages. Together at most 90 KB:
// latin letters only, and of the variable axes only what tokens.css asks for.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const folder = new URL('../src/ui/style/fonts/', import.meta.url);
const budget = 90_000;

const fonts = [
  {
    file: 'figtree.woff2',
    from: import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'),
    axes: { wght: { min: 400, max: 600 } },
  },
  {
    file: 'newsreader.woff2',
    from: import.meta.resolve('@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2'),
    axes: { wght: 300, opsz: { min: 16, max: 72 } },
  },
  {
    file: 'newsreader-italic.woff2',
    from: import.meta.resolve('@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2'),
    axes: { wght: 300, opsz: 28 },
  },
];

const licences = [
  { file: 'figtree.LICENSE.txt', from: import.meta.resolve('@fontsource-variable/figtree/LICENSE') },
  { file: 'newsreader.LICENSE.txt', from: import.meta.resolve('@fontsource-variable/newsreader/LICENSE') },
];

/** @param {number} from @param {number} to */
const characters = (from, to) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, nth) => from + nth));

const text = characters(0x20, 0x7e) + characters(0xa0, 0x17f) + '–—‘’‚“”„…‹›€−×→←↑↓•';

let total = 0;
for (const { file, from, axes } of fonts) {
  const font = await subsetFont(readFileSync(new URL(from)), text, {
    targetFormat: 'woff2',
    variationAxes: axes,
  });
  writeFileSync(new URL(file, folder), font);
  total += font.length;
  console.log(`${file} ${font.length} bytes`);
}
for (const { file, from } of licences) writeFileSync(new URL(file, folder), readFileSync(new URL(from)));
console.log(`together ${total} bytes of ${budget}`);
if (total > budget) process.exitCode = 1;
