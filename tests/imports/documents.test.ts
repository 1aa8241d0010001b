import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardTaking } from '#app/preference/card-taking.svelte.ts';
import { cardTexts } from '#messages/card.ts';
import { misfitOf } from '#session/fitting.ts';
import { parseLog } from '#session/log-reading.ts';
import type { Misfit } from '#session/misfit.ts';
import { parsePlan, planOf } from '#session/plan-reading.ts';
import { cardLine, parseCard } from '#session/preference-card-reading.ts';
import { cardWith, fitOf, withCard } from '#session/preference-card.ts';
import { presetOf } from '#session/preset-reading.ts';
import { settledIn } from '#session/preset.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { parseSheet } from '#session/sheet-reading.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { cardProblemWords } from '#ui/screens/start/prepare/card/card-words.ts';
import { evenGuide } from '../helpers/guide.ts';
import { bytesHarmed, jsonHarmed, Torn } from '../helpers/harm.ts';
import { logged, shippedPlan } from '../helpers/sessions.ts';
import { expectClear, PATIENCE, SHARE, tallied } from './judging.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const asText = (harm: (each: Uint8Array<ArrayBuffer>) => Uint8Array) => (value: unknown) =>
  new TextDecoder().decode(harm(bytes(JSON.stringify(value))));
const sentence = ({ place, expected, got }: Misfit) =>
  `${place === '' ? '' : `At ${place}: `}expected ${expected}, got ${got}.`;

const card = cardWith({
  bell: 'bowl-110',
  breath: { pattern: [4, 0, 6, 0], title: 'After work' },
  reentry: 'rain',
});
const before = settledIn(shippedPlan('iv'), { depth: 'unknown', guide: { id: 'bdl' } });
if (before === undefined) throw new Error('a plan of no route');
const settled = before;
const PLACES = { first: 'preparation', later: 'medicine' } as const;

/** Each of its times and levels is a number, and it ends. */
function expectPlayable({ cues, layers, to }: Timeline): void {
  expect(to).toBeLessThan(48 * 3600);
  for (const { at } of cues) expect(Number.isFinite(at)).toBe(true);
  for (const { level } of layers)
    for (const point of level) expect(Number.isFinite(point.at + point.level)).toBe(true);
}

describe('a card', () => {
  const tally = tallied('cards');
  // Mutant: card-taking.svelte.ts that reads a file without `catch` -> red.
  it(
    '[PC2] is read whole or refused in one sentence, as a line, a file or the code in a picture',
    { timeout: PATIENCE },
    async () => {
      const text = fc.oneof(
        jsonHarmed.map((harm) => harm(card)),
        jsonHarmed.map(
          (harm) => `undertone-card:1:${harm({ ...card, format: undefined, version: undefined })}`,
        ),
        bytesHarmed.map((harm) => new TextDecoder().decode(harm(bytes(cardLine(card))))),
        fc.constant(cardLine(card)),
      );
      const way = fc.constantFrom('line', 'file', 'picture', 'torn', 'no picture');
      await fc.assert(
        fc.asyncProperty(text, way, async (written, by) => {
          const read = () =>
            by === 'picture' ? Promise.resolve(written) : Promise.reject(new Error('no picture'));
          const exchange = { createCodeReader: () => Promise.resolve({ read }) };
          const taking = new CardTaking({ taking: {}, setup: {} } as never, exchange as never);
          const type = by.endsWith('picture') ? 'image/png' : 'text/plain';
          if (by === 'line') taking.read(written);
          else await taking.open(by === 'torn' ? new Torn([written], 'x') : new Blob([written], { type }));
          if (taking.card === undefined) {
            tally.refused++;
            if (taking.problem === undefined) throw new Error('nothing is said');
            return expectClear(cardProblemWords(cardTexts('en').clinic, taking.problem));
          }
          tally.taken++;
          expect(parseCard(cardLine(taking.card))).toEqual({ ok: true, value: taking.card });
          const after = withCard(settled, taking.card, PLACES);
          expect(fitOf(taking.card, settled, PLACES).reentry).toBe('heard');
          const plan = routes.iv.build({ ...defaultChoices(routes.iv), beds: after.beds, bell: after.bell });
          expect(planOf(plan)).toEqual({ ok: true, value: plan });
        }),
        { numRuns: SHARE },
      );
    },
  );
});

describe('a document', () => {
  const tally = tallied('plans, presets, logs and sheets');
  const sheet = {
    ...{ format: 'undertone-sheet', version: 1, label: 'A', route: 'iv', intention: 'rest' },
    preferences: { talk: 'sparse', voice: 'bdl' },
    gates: {},
    checklists: { version: 0, arrival: [{ id: 'ride', text: 'A ride home' }], leaving: [] },
  };
  const log = logged([0, { type: 'started' }], [9, { type: 'held' }], [12, { type: 'undone', undoes: 1 }]);
  const KINDS = {
    plan: shippedPlan('nasal', { talk: 'full' }),
    preset: { v: 1, id: 'x', name: 'Evening', settled },
    log,
    sheet,
  };

  // Mutant: misfit.ts that quotes what nobody sees as it is -> red.
  it(
    '[F4] is read whole or refused in one sentence, and what is read can be played',
    { timeout: PATIENCE },
    () => {
      const kind = fc.constantFrom(
        'plan' as const,
        'plan' as const,
        'preset' as const,
        'log' as const,
        'sheet' as const,
      );
      const harmed = fc.oneof(
        { arbitrary: jsonHarmed, weight: 8 },
        { arbitrary: bytesHarmed.map(asText), weight: 2 },
        { arbitrary: fc.constant((value: unknown) => JSON.stringify(value)), weight: 1 },
      );
      const judged = (problem: Misfit | undefined) => {
        tally[problem === undefined ? 'taken' : 'refused']++;
        if (problem !== undefined) expectClear(sentence(problem));
      };
      fc.assert(
        fc.property(kind, harmed, (of, harm) => {
          const text = harm(KINDS[of]);
          if (of === 'plan') {
            const read = parsePlan(text);
            const problem = read.ok ? misfitOf(read.value, [], evenGuide) : read.problem;
            if (read.ok && problem === undefined)
              expectPlayable(buildTimeline(read.value, plannedLog(read.value), evenGuide));
            judged(problem);
          } else if (of === 'preset') {
            const preset = presetOf(jsonOr(text));
            tally[preset === undefined ? 'refused' : 'taken']++;
            if (preset !== undefined) expect(presetOf(structuredClone(preset))).toEqual(preset);
          } else {
            const read = of === 'log' ? parseLog(text) : parseSheet(text);
            judged(read.ok ? undefined : read.problem);
          }
        }),
        { numRuns: SHARE },
      );
    },
  );
});

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
