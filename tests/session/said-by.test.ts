import { describe, expect, it } from 'vitest';
import { printTimeline } from '#session/print.ts';
import { repertoireOf, saidBy } from '#session/said-by.ts';
import { saidByOf } from '#session/said-by-reading.ts';
import { buildTimeline } from '#session/timeline.ts';
import { levelAt } from '#session/automation.ts';
import { sessionTimeOf } from '#session/units.ts';
import type { Repertoire } from '#session/cues.ts';
import { plannedLines } from '#session/fitting.ts';
import { evenGuide } from '../helpers/guide.ts';
import { livedLog, livedTimeline } from '../helpers/audio/sessions.ts';
import { logged, shippedPlan } from '../helpers/sessions.ts';

const plan = shippedPlan('iv', { talk: 'full' });
const log = livedLog(plan);
const speechless: Repertoire = {
  line(id) {
    const line = evenGuide.line(id);
    return line === undefined ? undefined : { ...line, unspoken: true };
  },
};

describe('lines that are only shown', () => {
  it('[V1] stand where they would be said, and nothing steps back for them', () => {
    const spoken = livedTimeline(plan);
    const shown = buildTimeline(plan, log, speechless);
    expect(shown.cues.map(({ id, at }) => [id, at])).toEqual(spoken.cues.map(({ id, at }) => [id, at]));
    const [line] = spoken.cues.filter(({ bus }) => bus === 'voice');
    const within = sessionTimeOf((line?.at ?? 0) + 1);
    expect(levelAt(spoken.ducking.bed, within)).toBe(-8);
    expect(levelAt(shown.ducking.bed, within)).toBe(0);
    expect(printTimeline(shown)).not.toMatch(/^ *[\d:.]+ {2}voice/m);
    expect(printTimeline(shown)).toMatch(/^ *[\d:.]+ {2}shown {2}preparation\/voice/m);
  });

  it('[V1] are shown when they are asked for, and on the grounding ladder', () => {
    const asked = logged(
      [0, { type: 'started' }],
      [10, { type: 'line-played', line: 'anchor.here' }],
      [60, { type: 'grounding-stepped', rung: 2 }],
    );
    const cues = buildTimeline(plan, asked, speechless).cues.filter(({ asked }) => asked);
    expect(cues).toMatchObject([
      { clip: 'anchor.here', unspoken: true },
      { clip: 'ground.voice', unspoken: true },
    ]);
  });
});

describe('who said the lines of a session', () => {
  const slower: Repertoire = {
    line(id) {
      const line = evenGuide.line(id);
      return line === undefined ? undefined : { text: 'other words', duration: line.duration * 2 };
    },
  };

  // Mutant: `repertoireOf` asks the guide of today -> fails.
  it('[V2] a session keeps what every line was, through storage and through a guide recorded anew', () => {
    const kept = saidBy({ id: 'mine', name: 'Mine', line: (id) => evenGuide.line(id) }, plannedLines(plan));
    const read = saidByOf(structuredClone(kept));
    expect(read).toEqual(kept);
    if (read === undefined) throw new Error('not read');
    expect(buildTimeline(plan, log, repertoireOf(read))).toEqual(livedTimeline(plan));
    expect(buildTimeline(plan, log, slower)).not.toEqual(livedTimeline(plan));
  });

  it('[V2] what is not a guide is not taken for one', () => {
    expect([undefined, 'mine', { id: 'mine' }, { id: '../x', lines: {} }].map(saidByOf)).toEqual(
      Array(4).fill(undefined),
    );
    expect(repertoireOf({ id: 'mine', lines: {} }).line('toString')).toBeUndefined();
  });
});
