import { wholeBreaths, type ChosenBreath } from '../breath.ts';
import { MUST } from '../pacing.ts';
import { led, type BreathInput } from '../routes/shape.ts';
import type { Seconds } from '../units.ts';
import { practiceOf } from './parts.ts';
import { ANYWHERE, passage, stagedParts, type StagedScript } from './script.ts';
import type { ScriptLine } from './script-line.ts';
import type { Ends, Part, PracticeChoices } from './shape.ts';

/** Breathing along with a tone, in the pattern that was chosen. */
export const breath = practiceOf({
  id: 'breath',
  title: 'Breathing with a tone',
  minutes: { usual: 5, least: 3, most: 20 },
  parts: partsOf,
});

function partsOf(choices: PracticeChoices, lines: readonly ScriptLine[], ends: Ends): Part[] {
  const [, full, , empty] = choices.breath.pattern;
  const rests = [...(full > 0 ? ['rest-full'] : []), ...(empty > 0 ? ['rest-empty'] : [])];
  const along = { phase: ALONG, title: 'With the tone', stages: ['follow', ...rests, 'own'] };
  const soon = lines.filter(({ group, stage }) => group === SCRIPT.group && stage === 'soon');
  return stagedParts({ ...SCRIPT, steps: [along] }, lines, choices, ends).map((part): Part =>
    part.phase !== ALONG
      ? part
      : {
          ...part,
          passages: [...part.passages, ...soon.map((line) => passage(line, { rank: MUST, weight: 1.5 }))],
          breath: (length) => toneOf(choices.breath, length),
        },
  );
}

const ALONG = 'along';
/** The tone begins once its first line has begun. */
const FIRST_BREATH: Seconds = 4;

/** A tone that ends with a breath out, not in the middle of one. */
function toneOf(chosen: ChosenBreath, length: Seconds): BreathInput {
  const to = FIRST_BREATH + wholeBreaths(chosen, length - FIRST_BREATH);
  return led(chosen, to > FIRST_BREATH ? { from: FIRST_BREATH, to } : { from: FIRST_BREATH });
}

const SCRIPT: Omit<StagedScript, 'steps'> = {
  group: 'pace',
  anywhere: [
    ['pace', 'stay'],
    ['breath', 'tone'],
    ['breath', 'along'],
    ['aware', 'how'],
    ['aware', 'stay'],
    ['aware', 'wander'],
    ...ANYWHERE,
  ],
  oneClose: true,
};
