import { expect, it } from 'vitest';
import { isLineId } from '#guidance/lines.ts';
import { hasTrait } from '#guidance/traits.ts';
import { endOfCue, isVoice } from '#session/cues.ts';
import { breathLength } from '#session/breath.ts';
import { printTimeline } from '#session/print.ts';
import { tastePlan } from '#session/taste.ts';
import { buildTimeline } from '#session/timeline.ts';
import { shippedSpeaker } from '../helpers/guide.ts';

const { guide } = shippedSpeaker;
/** The end of every practice fades for so many seconds. */
const LAST_FADE = 40;

it('[TS1] the taste reads like this', async () => {
  const printed = printTimeline(buildTimeline(tastePlan(undefined), [], guide));
  await expect(`${printed}\n`).toMatchFileSnapshot('./golden/taste.txt');
});

it('[TS1] in a minute it says its lines whole and apart, and leads whole breaths while nobody speaks', () => {
  const { cues, layers, to } = buildTimeline(tastePlan(undefined), [], guide);
  const voices = cues.filter(isVoice);
  expect(voices).toHaveLength(3);
  const [tone] = layers.filter(({ bus }) => bus === 'breath');
  if (tone?.sound.kind !== 'breath') throw new Error('no breath is led');
  expect((tone.to - tone.from) % breathLength(tone.sound)).toBe(0);
  for (const voice of voices) expect(endOfCue(voice) <= tone.from || voice.at >= tone.to).toBe(true);
  expect(Math.max(...voices.map(endOfCue))).toBeLessThanOrEqual(to - LAST_FADE);
  expect(cues.at(-1)).toMatchObject({ bus: 'bell' });
  expect(cues.at(-1)?.at).toBeLessThan(60);
});

it('[TS1] no line of it says that somebody is there, or speaks of a medicine', () => {
  const said = buildTimeline(tastePlan(undefined), [], guide).cues.filter(isVoice);
  for (const { clip } of said) {
    if (!isLineId(clip)) throw new Error(`${clip} is no line of a session`);
    for (const trait of ['company', 'medicine', 'asks'] as const) expect(hasTrait(clip, trait)).toBe(false);
  }
});
