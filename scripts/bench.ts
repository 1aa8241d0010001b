import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measures } from '../bench/figures.ts';
import { openSite } from '../bench/site.ts';
import { printFigure, type Figure } from '../bench/table.ts';

// npm run bench [-- --only view,sound] [--json figures.json]: how fast and how light the app is, beside a floor page.
// docs/performance.md tells how to read it.

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(measures);

async function measureAll(): Promise<Figure[]> {
  const site = await openSite();
  const figures: Figure[] = [];
  try {
    for (const name of wanted) {
      const measured = await measures[name]?.(site);
      for (const figure of measured ?? []) console.log(printFigure(figure));
      figures.push(...(measured ?? []));
    }
  } finally {
    await site.close();
  }
  return figures;
}

const unknown = wanted.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(
    `There is no measure "${unknown.join('", "')}". There are: ${Object.keys(measures).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  console.log(`Undertone beside a floor page; load of this machine ${loadavg()[0]?.toFixed(1)}\n`);
  const figures = await measureAll();
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);
}
