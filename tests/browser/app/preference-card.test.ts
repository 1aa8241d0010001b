import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { PracticeHome } from '#app/practice-home.svelte.ts';
import { codeOf } from '#app/preference/code.ts';
import type { CardCamera } from '#app/preference/card-taking.svelte.ts';
import { createCodeReader } from '#platform/code-reader.ts';
import { breaths } from '#session/breath-patterns.ts';
import { cardLine } from '#session/preference-card-reading.ts';
import { cardWith } from '#session/preference-card.ts';
import { codePath } from '#ui/screens/practice/card/code-path.ts';
import { openPage } from '../../helpers/planned.ts';
import { emptied } from '../storage/emptied.ts';

beforeEach(emptied);

const CARD = cardWith({
  bell: 'small-bell',
  breath: { pattern: [4, 2, 6.5, 0], title: 'Nach der Arbeit, „gern“ 🌊' },
  reentry: 'pad',
});

/** The code as the screen draws it, on what is around it. */
async function photographed(text: string, width: number): Promise<HTMLCanvasElement> {
  const rows = codeOf(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" width="${width}" height="${width}" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#ece7dd"/><path d="${codePath(rows)}" fill="#0e1113"/></svg>`;
  const picture = new Image(width, width);
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, width * 1.5];
  const pen = canvas.getContext('2d') ?? expect.fail('no canvas');
  pen.fillStyle = '#30393e';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(width, width * 0.75);
  pen.rotate(0.2); // nobody holds a telephone straight
  pen.drawImage(picture, -width / 2, -width / 2, width, width);
  return canvas;
}

async function fileOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob ?? expect.fail('no picture')), 'image/png'),
  );
}

async function opened() {
  const { planning } = openPage();
  const preparing = await planning.preparing();
  return { planning, preparing, setup: planning.session, card: await preparing.card() };
}

/** A GIF of 42 bytes that says it is as large as that; there is one pixel in it. */
function emptyPicture(width: number, height: number): File {
  const bytes = Uint8Array.from(
    atob('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='),
    (letter) => letter.codePointAt(0) ?? 0,
  );
  new DataView(bytes.buffer).setUint16(6, width, true);
  new DataView(bytes.buffer).setUint16(8, height, true);
  return new File([bytes], 'card.gif', { type: 'image/gif' });
}

describe('the code of a card', () => {
  it('is read from a picture of the screen, held a little askew, with every letter of its name', async () => {
    const reader = await createCodeReader();
    const line = cardLine(CARD);
    expect(await reader.read(await fileOf(await photographed(line, 280)))).toBe(line);
  });

  // Mutant: the bound on pixels taken out -> the first is unpacked, more than a gigabyte of it: red.
  it('is not looked for in a picture that would not fit into the device; a large one is made small', async () => {
    const reader = await createCodeReader();
    await expect(reader.read(emptyPicture(20_000, 15_000))).rejects.toThrow('too many pixels');
    expect(await reader.read(emptyPicture(4000, 3000))).toBeUndefined();
  });

  it('is read from what a camera shows, until it is a card', async () => {
    const { card } = await opened();
    const canvas = await photographed(cardLine(CARD), 280);
    const camera: CardCamera = { picture: canvas.captureStream(5), close: () => undefined };
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = camera.picture;
    void video.play();
    const pen = canvas.getContext('2d');
    let looks = 0;
    await card.watch(video, async () => {
      pen?.fillRect(0, 0, 1, 1); // a canvas that does not change sends nothing
      await new Promise(requestAnimationFrame);
      return ++looks < 300;
    });
    expect(card.card).toEqual(CARD);
  });
});

describe('a card from home', () => {
  it('is looked at first; taken up it is in the plan, and undo brings back what was', async () => {
    const { card, setup } = await opened();
    const before = setup.plan;
    card.read(cardLine(CARD));
    expect(setup.plan).toEqual(before);
    expect(card.fit).toEqual({ bell: 'heard', first: 'allowed', later: 'holds', reentry: 'heard' });
    card.takeUp();
    expect([setup.plan.bell, setup.plan.beds.map(({ sound }) => sound)]).toEqual([
      'small-bell',
      ['ocean', 'pad'],
    ]);
    expect(setup.plan.phases.map(({ breath }) => breath?.title)[0]).toBe(CARD.breath.title);
    expect(setup.plan.phases[1]?.breath?.pattern).toEqual([4, 0, 6, 0]);
    expect([card.isTaken, card.canUndo]).toEqual([true, true]);
    card.undo();
    expect(setup.plan).toEqual(before);
    expect(card.isTaken).toBe(false);
  });

  it('goes with the person who brought it: the next one has what the clinic had set', async () => {
    const { card, preparing, setup } = await opened();
    setup.bell = 'bowl-110';
    const before = setup.plan;
    card.read(cardLine(CARD));
    card.takeUp();
    await tick();
    preparing.reset();
    expect(setup.plan).toEqual(before);
    expect(card.card).toBeUndefined();
  });

  it('that is none is told, and changes nothing', async () => {
    const { card, setup } = await opened();
    const before = setup.plan;
    await card.open(new File(['{"format":"undertone-plan"}'], 'plan.json', { type: 'application/json' }));
    expect(card.problem).toMatchObject({ kind: 'misfit', misfit: { place: 'format' } });
    await card.open(new File(['no picture'], 'a.png', { type: 'image/png' }));
    expect(card.problem).toEqual({ kind: 'not-opened' });
    const empty = document.createElement('canvas');
    await card.open(await fileOf(empty));
    expect(card.problem).toEqual({ kind: 'no-code' });
    expect(setup.plan).toEqual(before);
  });
});

describe('the card that is made at home', () => {
  it('has what is practised with, and what is chosen for it is kept', async () => {
    const { planning, outside } = openPage();
    const home = await PracticeHome.open(outside, planning);
    home.setup.bell = 'own.gong';
    home.setup.toggleBed('rain');
    home.setup.toggleBed('ocean');
    home.setup.breath.chooseFirst({ ...breaths.slow, fromRate: 14 });
    const card = await home.card();
    expect(card.line).toBe(cardLine(cardWith({ bell: 'bowl-196', breath: breaths.slow, reentry: 'rain' })));
    await card.choose({ reentry: 'wind' });
    expect((await home.card()).card.reentry).toBe('wind');
    expect(card.isPractised).toBe(false);
    card.practise();
    expect([home.setup.plan.bell, home.setup.plan.beds.map(({ sound }) => sound)]).toEqual([
      'bowl-196',
      ['wind'],
    ]);
    expect(card.isPractised).toBe(true);
    expect(planning.session.plan.bell).toBe('bowl-196');
  });
});
