import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recipe, phrasesOf, textHash } from '../../scripts/render-voice.recipe.ts';
import { allVoicedLines, anyClipUrl, durationOfAnyLine } from '../../src/catalog/all-voices.ts';
import { clipMeasures, type ClipMeasures } from '../../src/catalog/measures.ts';
import { clipUrl, durationOfLine, shippedGuide, voicedLines } from '../../src/catalog/voices.ts';
import { allLineIds, anyLineText } from '../../src/guidance/all-lines.ts';
import { lineIds } from '../../src/guidance/lines.ts';
import { practiceLineIds, practiceLineText } from '../../src/guidance/practice-lines.ts';

const publicFolder = path.join(import.meta.dirname, '../../public');
const folder = `audio/voice/${recipe.language}/${recipe.guide}`;
const clips = allVoicedLines().map((id) => ({ id, clip: clipMeasures[id] }));
const wrong = (is: (clip: ClipMeasures) => boolean) =>
  clips.filter(({ clip }) => !clip || !is(clip)).map(({ id }) => id);

describe('the shipped voice', () => {
  it('is the guide of the recipe', () => {
    expect(shippedGuide).toEqual({ guide: recipe.guide, language: recipe.language });
  });

  it('speaks every line, and no line that is not there', () => {
    expect([...allVoicedLines()].sort()).toEqual([...allLineIds].sort());
  });

  it('tells the first screen of the lines of sessions only', () => {
    expect([...voicedLines()].sort()).toEqual([...lineIds].sort());
    expect(practiceLineIds.filter((id) => clipUrl(id) ?? durationOfLine(id))).toEqual([]);
    expect(lineIds.filter((id) => anyClipUrl(id) !== clipUrl(id))).toEqual([]);
  });

  it('speaks the words as they are written now: if not, run the voice script', () => {
    const stale = allLineIds.filter((id) => clipMeasures[id]?.textHash !== textHash(anyLineText(id, 'en')));
    expect(stale).toEqual([]);
  });

  it('has a file of the size said for every clip', () => {
    expect(
      wrong(
        ({ url, bytes }) => statSync(path.join(publicFolder, url), { throwIfNoEntry: false })?.size === bytes,
      ),
    ).toEqual([]);
  });

  it('has no file that no line speaks', () => {
    const said = new Set(clips.map(({ clip }) => clip?.url));
    const files = readdirSync(path.join(publicFolder, folder)).map((file) => `${folder}/${file}`);
    expect(files.filter((file) => !said.has(file))).toEqual([]);
  });

  it('is counted truly where it says where the sounds come from', () => {
    const sources = readFileSync(path.join(publicFolder, 'audio/SOURCES.md'), 'utf8');
    expect(sources).toContain(`(${clips.length} clips)`);
  });

  it('is as loud as the recipe says, within 1 LU, and never peaks above −3 dBTP', () => {
    expect(wrong(({ loudness }) => Math.abs(loudness - recipe.loudness) <= 1)).toEqual([]);
    expect(wrong(({ truePeak }) => truePeak <= -3)).toEqual([]);
  });

  it('is as long as its bytes are: nothing is cut off', () => {
    expect(wrong(({ duration, bytes }) => Math.abs(bytes / 6000 - duration) < 0.15)).toEqual([]);
  });

  it('takes its time: between 0.9 and 4 words a second, rests included', () => {
    const pace = allLineIds.map((id) => ({
      id,
      pace: anyLineText(id, 'en').split(' ').length / (durationOfAnyLine(id) ?? 0),
    }));
    expect(pace.filter(({ pace }) => pace < 0.9 || pace > 4)).toEqual([]);
  });

  it('hurries through no line of a practice: at most 3.2 words a second', () => {
    const hurried = practiceLineIds.filter(
      (id) => practiceLineText(id, 'en').split(' ').length / (durationOfAnyLine(id) ?? 0) > 3.2,
    );
    expect(hurried).toEqual([]);
  });

  it('weighs at most 16 MB', () => {
    expect(clips.reduce((sum, { clip }) => sum + (clip?.bytes ?? 0), 0)).toBeLessThanOrEqual(16_000_000);
  });

  it('is found and timed as it was measured', () => {
    expect(wrong(({ url, duration }) => url !== '' && duration > 0)).toEqual([]);
    expect(Object.keys(clipMeasures).sort()).toEqual([...allVoicedLines()].sort());
    expect(
      clips.filter(
        ({ id, clip }) => clip?.url !== anyClipUrl(id) || clip?.duration !== durationOfAnyLine(id),
      ),
    ).toEqual([]);
  });

  it('has no clip for a line nobody wrote', () => {
    for (const id of ['anchor.nowhere', 'body.left-foot-9', 'toString']) {
      expect(anyClipUrl(id)).toBeUndefined();
      expect(durationOfAnyLine(id)).toBeUndefined();
    }
  });
});

describe('the rests in a line', () => {
  it('are short at a comma, long after a sentence, and none at the end', () => {
    expect(phrasesOf('If you like, rest. What comes?')).toEqual([
      { text: 'If you like,', rest: 0.45 },
      { text: 'rest.', rest: 1.2 },
      { text: 'What comes?', rest: 0 },
    ]);
  });

  it('divide a long phrase at a joint, and never a short one', () => {
    expect(phrasesOf('Let the way out be a little longer than the way in.')).toEqual([
      { text: 'Let the way out be a little longer', rest: 0.22 },
      { text: 'than the way in.', rest: 0 },
    ]);
    expect(phrasesOf('Feel your legs and your feet.')).toHaveLength(1);
  });

  it('lie in the calm range', () => {
    expect(recipe.rests.comma).toBeGreaterThanOrEqual(0.4);
    expect(recipe.rests.comma).toBeLessThanOrEqual(0.5);
    expect(recipe.rests.sentence).toBeGreaterThanOrEqual(1.1);
    expect(recipe.rests.sentence).toBeLessThanOrEqual(1.5);
  });

  it('words written in composed or decomposed letters are the same words', () => {
    expect(textHash('caf\u00e9')).toBe(textHash('cafe\u0301'));
    expect(textHash('cafe')).not.toBe(textHash('caf\u00e9'));
  });
});
