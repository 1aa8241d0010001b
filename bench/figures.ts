import { composingSpeed } from './composing-speed.ts';
import { shipped, timeToFirstView } from './first-view.ts';
import { tapToFirstSound } from './first-sound.ts';
import { growth } from './growth.ts';
import { journalSpeed } from './journal.ts';
import { playing } from './playing.ts';
import { RENDERED, renderingSpeed } from './rendering-speed.ts';
import type { Site } from './site.ts';
import { besideFloor, type Figure } from './table.ts';

/** What can be measured, by name, in the order in which it is. */
export const measures: Readonly<Record<string, (site: Site) => Promise<Figure[]>>> = {
  shipped: shippedFigures,
  view: viewFigures,
  sound: soundFigures,
  playing: playingFigures,
  growth: growthFigures,
  rendering: renderingFigures,
  composing: composingFigures,
  journal: journalFigures,
};

async function shippedFigures(site: Site): Promise<Figure[]> {
  const weights = await shipped(site);
  const unit = 'KB';
  return [
    {
      name: 'scripts of the first view',
      unit,
      value: weights.scripts,
      aim: { most: 60 },
      how: 'gzip of every script the page names, as the browser asked for them before the engine',
    },
    {
      name: 'page and styles',
      unit,
      value: weights.page + weights.styles,
      how: 'gzip of the same for html and css',
    },
    { name: 'fonts', unit, value: weights.fonts, how: 'woff2, as they are' },
    {
      name: 'behind it: screens of a session',
      unit,
      value: weights.screens,
      how: 'gzip of scripts asked for behind the first view and before the engine',
    },
    {
      name: 'behind it: audio engine',
      unit,
      value: weights.engine,
      how: 'gzip of the engine and its workers',
    },
  ];
}

async function viewFigures(site: Site): Promise<Figure[]> {
  return [
    {
      name: 'time to first view',
      unit: 'ms',
      ...besideFloor(await timeToFirstView(site)),
      how: 'first contentful paint, median of 7 new browsers, app and floor in turns',
    },
  ];
}

async function soundFigures(site: Site): Promise<Figure[]> {
  const how = 'click on Begin to the first sample not zero, by the audio clock; median of 5, in turns';
  return [
    {
      name: 'tap to first sound, tapped before',
      unit: 'ms',
      ...besideFloor(await tapToFirstSound(site, 'touched')),
      aim: { most: 1.5 },
      how: `${how}; 5 s of reading, then a tap on nothing`,
    },
    {
      name: 'tap to first sound, first tap of all',
      unit: 'ms',
      ...besideFloor(await tapToFirstSound(site, 'untouched')),
      aim: { most: 1.5 },
      how: `${how}; 5 s of reading`,
    },
  ];
}

async function playingFigures(site: Site): Promise<Figure[]> {
  const { processor, sound } = await playing(site);
  return [
    {
      name: 'processor for a minute of playing',
      unit: 's',
      ...besideFloor(processor),
      how: 'user and system time of all browser processes, 60 s, app and floor at the same time',
    },
    {
      name: 'audio threads while playing',
      unit: '% core',
      ...besideFloor(sound),
      how: 'the same for the threads that render sound and hand it to the device',
    },
  ];
}

async function growthFigures(site: Site): Promise<Figure[]> {
  const { before, after, acts } = await growth(site);
  const how = `from minute 5 to 35 of a session with ${acts} acts, after a forced collection`;
  const grown = (name: string, unit: string, what: keyof typeof before): Figure => ({
    name,
    unit,
    value: after[what] - before[what],
    how: `${Math.round(before[what])} → ${Math.round(after[what])}, ${how}`,
  });
  return [
    grown('heap growth in half an hour', 'KB', 'heapKilobytes'),
    grown('growth in DOM nodes', '', 'domNodes'),
    grown('growth in event listeners', '', 'listeners'),
    grown('growth in audio nodes', '', 'audioNodes'),
  ];
}

async function renderingFigures(site: Site): Promise<Figure[]> {
  const how = `${RENDERED / 60} minutes of sound by processor seconds of all browser processes, with limiter; median of 3`;
  return [
    {
      name: 'offline: ocean, beats, bells',
      unit: '× real',
      value: await renderingSpeed(site.rendering, 'ocean'),
      aim: { least: 150 },
      how,
    },
    {
      name: 'offline: beats and noise',
      unit: '× real',
      value: await renderingSpeed(site.rendering, 'noise'),
      aim: { least: 500 },
      how,
    },
  ];
}

async function composingFigures(site: Site): Promise<Figure[]> {
  const { first, again } = await composingSpeed(site.composing);
  return [
    {
      name: 'a 45-minute scan, composed: first time',
      unit: 'ms',
      value: first,
      aim: { most: 20 },
      how: 'processor time from its choices to its timeline, in a page that has composed nothing yet; median of 5 new browsers',
    },
    {
      name: 'a 45-minute scan, composed: again',
      unit: 'ms',
      ...besideFloor(again),
      how: 'the same once warm, mean of 100, beside reading the finished plan from its document',
    },
  ];
}

async function journalFigures(site: Site): Promise<Figure[]> {
  const { opened, openedProcessor, found, foundProcessor } = await journalSpeed(site);
  const unit = 'ms';
  const floor = 'beside reading as many records with one request; median of 7, in turns';
  const aim = { most: 100 };
  const how = "the same in processor time of the page's main thread";
  return [
    {
      name: 'journal of 2,000 pages, opened',
      unit,
      ...besideFloor(opened),
      how: `a tap on Journal to the frame with its pages, ${floor}`,
    },
    { name: 'journal of 2,000 pages, opened: processor', unit, value: openedProcessor, aim, how },
    {
      name: 'journal of 2,000 pages, searched',
      unit,
      ...besideFloor(found),
      how: `the first word typed to the frame with what it finds, ${floor}`,
    },
    { name: 'journal of 2,000 pages, searched: processor', unit, value: foundProcessor, aim, how },
  ];
}
