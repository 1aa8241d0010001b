import { expect, it } from 'vitest';
import { createShippedGuide } from '#app/guide.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { buildTimeline } from '#session/timeline.ts';
import { spokenLines, webVtt, type SpokenLine } from '#session/transcript.ts';
import { sessionTimeOf } from '#session/units.ts';

const words = { title: 'One --> two', about: ['Voice & more'], cutShort: 'cut short', nothing: '' };

/** The cues as the browser itself reads them. */
async function readByBrowser(vtt: string): Promise<{ from: number; to: number; text: string }[]> {
  const video = document.createElement('video');
  const track = document.createElement('track');
  track.src = URL.createObjectURL(new Blob([vtt], { type: 'text/vtt' }));
  track.default = true;
  const loaded = new Promise((resolve, reject) => {
    track.addEventListener('load', resolve);
    track.addEventListener('error', () => reject(new Error('the browser did not read it')));
  });
  video.append(track);
  document.body.append(video);
  track.track.mode = 'showing';
  await loaded;
  const cues = [...(track.track.cues ?? [])] as VTTCue[];
  video.remove();
  return cues.map((cue) => ({
    from: cue.startTime,
    to: cue.endTime,
    text: cue.getCueAsHTML().textContent,
  }));
}

const expected = ({ from, to, text }: SpokenLine) => ({
  from: Math.round(from * 1000) / 1000,
  to: Math.round(to * 1000) / 1000,
  text,
});

// escaped() that leaves & alone, timestamps without padding: each red
it('[K8] a whole session is read by the browser as it was written', async () => {
  const guide = createShippedGuide('en');
  const plan = routes.iv.build({ ...defaultChoices(routes.iv), talk: 'full' });
  const lines = spokenLines(buildTimeline(plan, plannedLog(plan), guide), guide);
  expect(lines.length).toBeGreaterThan(60);
  expect(await readByBrowser(webVtt(lines, words))).toEqual(lines.map(expected));
});

it('[K8] so is what would be a tag, an entity or the end of a cue', async () => {
  const texts = ['Tea & <b>rest</b>', 'one --> two', '&amp; &lt; already', 'late\n\n1\n00:00 --> 00:01\nx'];
  const lines = texts.map((text, nth) => ({
    from: sessionTimeOf(3_599.5 + nth),
    to: sessionTimeOf(3_600.25 + nth),
    text,
    asked: false,
    cutShort: false,
  }));
  const read = await readByBrowser(webVtt(lines, words));
  expect(read.map(({ text }) => text)).toEqual([...texts.slice(0, 3), 'late 1 00:00 --> 00:01 x']);
  expect(read.map(({ from, to }) => [from, to])).toEqual(lines.map(({ from, to }) => [from, to]));
});
