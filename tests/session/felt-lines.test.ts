import { expect, it } from 'vitest';
import { feltLines } from '#session/felt-lines.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { buildTimeline, spanAt } from '#session/timeline.ts';
import { sessionTimeOf as at, START } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { shippedPlan, timelineOf } from '../helpers/sessions.ts';

// Mutants, each red: lines that are spoken; lines of every phase.
it('[M12] lines that are only shown are felt, each once, and none from the medicine to re-entry', () => {
  const plan = shippedPlan('iv', { talk: 'full' });
  const log = plannedLog(plan);
  const whole = { from: START, to: at(3 * 3600) };
  expect(feltLines(timelineOf(plan, log), whole)).toEqual([]); // all of them are said
  const shown = {
    line: (id: string) => {
      const line = evenGuide.line(id);
      return line === undefined ? undefined : ({ ...line, unspoken: true } as const);
    },
  };
  const timeline = buildTimeline(plan, log, shown);
  const felt = feltLines(timeline, whole);
  const phases = new Set(felt.map((line) => spanAt(timeline, line.at)?.phase));
  expect(phases).toEqual(new Set(['preparation', 'reentry', 'rest']));
  const middle = felt[5]?.at ?? START;
  const halves = [
    feltLines(timeline, { from: START, to: middle }),
    feltLines(timeline, { from: middle, to: whole.to }),
  ];
  expect(halves.flat()).toEqual(felt);
});
